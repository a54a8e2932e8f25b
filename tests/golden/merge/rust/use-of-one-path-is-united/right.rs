use std::io;
use std::sync::{Mutex};

fn main() {}
