const std = @import("std");
const mem = std.mem;

pub const Point = struct {
    x: f32,
    y: f32,

    pub fn init(x: f32, y: f32) Point {
        return .{ .x = x, .y = y };
    }

    pub fn len(self: Point) f32 {
        return @sqrt(self.x * self.x + self.y * self.y);
    }
};

pub fn main() !void {
    const p = Point.init(1, 2);
    std.debug.print("{}\n", .{p.len()});
}

test "len" {
    const p = Point.init(3, 4);
    try std.testing.expect(p.len() == 5);
}
