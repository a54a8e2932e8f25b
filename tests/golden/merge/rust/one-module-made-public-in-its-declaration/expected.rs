mod client;
<<<<<<< left
mod event;
=======
pub mod event;
>>>>>>> right
mod server;

fn main() {}
