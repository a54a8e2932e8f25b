use std::{collections::HashMap, fmt, io, path::PathBuf};

fn main() {
    run();
}
