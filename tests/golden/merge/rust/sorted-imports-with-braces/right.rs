use anyhow::Result;
use std::fmt;
use std::io::Read;
use tokio::net::TcpStream;

fn main() {}
