const std = @import("std");

<<<<<<< left
pub fn add(a: i32, b: i32, c: i32) i32 {
=======
pub fn add(a: i32, b: i32, wrap: bool) i32 {
>>>>>>> right
    return a + b;
}

test "add" {
    try std.testing.expectEqual(3, add(1, 2));
}
