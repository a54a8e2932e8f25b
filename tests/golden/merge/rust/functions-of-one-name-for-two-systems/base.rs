#[cfg(unix)]
fn home() -> PathBuf {
    var("HOME").into()
}

#[cfg(windows)]
fn home() -> PathBuf {
    var("USERPROFILE").into()
}
