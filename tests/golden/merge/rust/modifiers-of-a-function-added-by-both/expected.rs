pub async fn load(path: &str) -> String {
    read(path)
}

async unsafe fn save(path: &str) {
    write(path);
}
