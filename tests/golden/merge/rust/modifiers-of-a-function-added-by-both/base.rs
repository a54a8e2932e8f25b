fn load(path: &str) -> String {
    read(path)
}

fn save(path: &str) {
    write(path);
}
