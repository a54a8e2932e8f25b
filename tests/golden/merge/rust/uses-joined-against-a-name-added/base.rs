use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

fn f() {}
