#[cfg(unix)]
fn setup() {
    signals();
}

#[cfg(windows)]
fn setup() {
    console();
}

fn main() {
    run();
}
