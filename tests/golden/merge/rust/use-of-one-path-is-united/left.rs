use std::io;
use std::sync::{Arc};

fn main() {}
