pub struct Pair {
    pub left: u32,
    pub right: u32,
}
