mod client;
pub mod event;
mod server;

fn main() {}
