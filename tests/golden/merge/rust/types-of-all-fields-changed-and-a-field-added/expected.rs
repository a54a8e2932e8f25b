pub struct Pair {
    pub left: u64,
    pub right: u64,
    pub middle: u32,
}
