pub struct Pair {
    pub left: u32,
    pub right: u32,
    pub middle: u32,
}
