#![warn(rust_2018_idioms)]
#![cfg(all(feature = "full", not(tokio_wasi), not(miri)))] // no sockets

use std::io;
