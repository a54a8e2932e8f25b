mod client;
mod event;
mod server;

fn main() {}
