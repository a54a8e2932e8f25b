use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};

fn f() {}
