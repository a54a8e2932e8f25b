#![deny(warnings, rust_2018_idioms)]
#![feature(async_await)]

use std::io;
use tokio::io::Read;
