const Point = struct {
    x: f32,
    y: f32,
    label: []const u8,
};

const origin = Point{ .x = 0, .y = 0 };

fn name(kind: Kind) []const u8 {
    return switch (kind) {
        .circle => "circle",
        else => "other",
    };
}
