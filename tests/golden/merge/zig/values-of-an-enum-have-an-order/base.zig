const Mode = enum(u8) {
    read,
    write,
};
