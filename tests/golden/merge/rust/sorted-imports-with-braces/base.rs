use anyhow::Result;
use std::fmt;
use tokio::net::TcpStream;

fn main() {}
