use std::{collections::HashMap, fmt, io};

fn main() {
    run();
}
