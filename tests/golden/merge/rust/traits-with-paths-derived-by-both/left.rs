#[derive(Debug, serde::Serialize, Clone)]
pub struct Options {
    depth: usize,
}

#[derive(Debug, serde::Serialize)]
pub struct Item {
    name: String,
}
