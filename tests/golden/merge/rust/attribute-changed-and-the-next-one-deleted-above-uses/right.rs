#![deny(warnings, rust_2018_idioms)]

use std::io;
use tokio::io::Read;
