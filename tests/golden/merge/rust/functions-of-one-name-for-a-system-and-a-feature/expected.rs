<<<<<<< left
#[cfg(unix)]
fn setup() {
    signals();
=======
#[cfg(feature = "tui")]
fn setup() {
    tui();
>>>>>>> right
}

fn main() {
    run();
}
