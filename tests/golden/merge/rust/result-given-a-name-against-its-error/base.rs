pub fn load(path: &str) -> io::Result<Settings> {
    let text = fs::read_to_string(path)?;
    Ok(toml::from_str(&text).unwrap())
}
