const U = union(Tag) {
    a: u8,
    b: u16,
    d: u64,
};
