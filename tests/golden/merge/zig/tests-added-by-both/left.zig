const std = @import("std");

pub fn add(a: i32, b: i32) i32 {
    return a + b;
}

test "add" {
    try std.testing.expectEqual(3, add(1, 2));
}

test "add negative" {
    try std.testing.expectEqual(-1, add(1, -2));
}
