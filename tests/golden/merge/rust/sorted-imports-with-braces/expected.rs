use anyhow::Result;
use std::fmt;
use std::io::Read;
use std::sync::{Arc, Mutex};
use tokio::net::TcpStream;

fn main() {}
