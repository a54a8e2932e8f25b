const limits = .{
    .rows = 100,
    .columns = 20,
<<<<<<< left
    .depth = 3,
=======
    .depth = 5,
>>>>>>> right
};

fn parse(text: []const u8) !Node {
    const tokens = try scan(text);
    return build(tokens);
}
