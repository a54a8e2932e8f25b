#[cfg(unix)]
fn setup() {
    signals();
}

fn main() {
    run();
}
