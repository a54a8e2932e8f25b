mod client;
mod server;

fn main() {}
