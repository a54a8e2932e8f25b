fn load(path: &Path) -> Config {
    let text = fs::read_to_string(path).unwrap();
    toml::from_str(text.trim()).unwrap()
}
