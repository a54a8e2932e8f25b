const std = @import("std");
const lexer = @import("lexer.zig");

pub fn add(a: i32, b: i32) i32 {
    return a + b;
}

test "add" {
    try std.testing.expectEqual(3, add(1, 2));
}
