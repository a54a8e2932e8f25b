const std = @import("std");
const parser = @import("parser.zig");

pub fn add(a: i32, b: i32) i32 {
    return a + b;
}

test "add" {
    try std.testing.expectEqual(3, add(1, 2));
}
