#[cfg(feature = "tui")]
fn setup() {
    tui();
}

fn main() {
    run();
}
