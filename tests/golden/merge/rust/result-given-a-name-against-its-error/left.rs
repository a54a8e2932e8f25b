pub fn load(path: &str) -> io::Result<Settings> {
    let text = fs::read_to_string(path)?;
    let settings = toml::from_str(&text).unwrap();
    Ok(settings)
}
