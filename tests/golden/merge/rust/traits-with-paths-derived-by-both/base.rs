#[derive(Debug, serde::Serialize)]
pub struct Options {
    depth: usize,
}

#[derive(Debug)]
pub struct Item {
    name: String,
}
