fn weight(code: u32) u32 {
    return switch (code) {
        3 => 30,
        4 => 40,
        else => 0,
    };
}
