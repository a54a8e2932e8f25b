fn weight(code: u32) u32 {
    return switch (code) {
<<<<<<< left
        3, 5 => 30,
        4 => 40,
=======
        3 => 30,
        4, 5 => 40,
>>>>>>> right
        else => 0,
    };
}
