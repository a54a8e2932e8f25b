async fn load(path: &str) -> String {
    read(path)
}

unsafe fn save(path: &str) {
    write(path);
}
