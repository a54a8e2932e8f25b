const U = union(Tag) {
    a: u8,
    b: u16,
};
