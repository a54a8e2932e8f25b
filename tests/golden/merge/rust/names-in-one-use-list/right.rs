use std::{fmt, io, path::PathBuf};

fn main() {
    run();
}
