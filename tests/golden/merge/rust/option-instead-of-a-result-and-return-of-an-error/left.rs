use std::collections::HashMap;
use std::fs;

#[derive(Debug, Clone)]
pub struct Config {
    pub name: String,
    pub port: u16,
}

impl Config {
    pub fn new(name: String) -> Self {
        Config { name, port: 80 }
    }

    pub fn load(path: &str) -> Result<Config, Error> {
        let text = fs::read_to_string(path)?;
        parse(&text)
    }
}

fn parse(text: &str) -> Option<Config> {
    let mut parts = text.split(':');
    let name = parts.next()?;
    Some(Config::new(name.to_string()))
}
