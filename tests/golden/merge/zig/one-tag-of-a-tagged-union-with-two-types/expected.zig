const Event = union(enum) {
    key: u8,
    quit,
<<<<<<< left
    resize: Size,
=======
    resize: Rect,
>>>>>>> right
};
