pub fn load(path: &str) -> String {
    read(path)
}

async fn save(path: &str) {
    write(path);
}
