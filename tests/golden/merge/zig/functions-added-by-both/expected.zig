const std = @import("std");

pub fn add(a: i32, b: i32) i32 {
    return a + b;
}

pub fn sub(a: i32, b: i32) i32 {
    return a - b;
}

/// The product of two numbers.
pub fn mul(a: i32, b: i32) i32 {
    return a * b;
}

test "add" {
    try std.testing.expectEqual(3, add(1, 2));
}
