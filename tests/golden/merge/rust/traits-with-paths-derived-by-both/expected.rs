#[derive(Debug, serde::Serialize, Clone, serde::Deserialize)]
pub struct Options {
    depth: usize,
}

#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Item {
    name: String,
}
