const limits = .{
    .rows = 100,
    .columns = 20,
};

fn parse(text: []const u8) !Node {
    const tokens = try scan(text);
    return build(tokens);
}
