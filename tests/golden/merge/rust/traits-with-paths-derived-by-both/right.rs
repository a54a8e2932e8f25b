#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Options {
    depth: usize,
}

#[derive(Debug, serde::Deserialize)]
pub struct Item {
    name: String,
}
