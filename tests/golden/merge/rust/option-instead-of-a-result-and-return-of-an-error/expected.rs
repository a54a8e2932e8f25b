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
<<<<<<< left
    let name = parts.next()?;
    Some(Config::new(name.to_string()))
=======
    let name = parts.next().ok_or(Error::Empty)?;
    if name.is_empty() {
        return Err(Error::Empty);
    }
    Ok(Config::new(name.to_string()))
>>>>>>> right
}
