#[cfg(windows)]
fn setup() {
    console();
}

fn main() {
    run();
}
