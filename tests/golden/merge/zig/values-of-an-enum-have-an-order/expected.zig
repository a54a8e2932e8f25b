const Mode = enum(u8) {
    read,
    write,
<<<<<<< left
    append,
=======
    create,
>>>>>>> right
};
