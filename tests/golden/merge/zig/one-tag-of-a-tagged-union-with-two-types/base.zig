const Event = union(enum) {
    key: u8,
    quit,
};
