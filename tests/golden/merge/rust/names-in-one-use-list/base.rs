use std::{fmt, io};

fn main() {
    run();
}
