use std::io;
use std::sync::{Arc, Mutex};

fn main() {}
