use anyhow::Result;
use std::fmt;
use std::sync::{Arc, Mutex};
use tokio::net::TcpStream;

fn main() {}
