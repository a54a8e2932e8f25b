const std = @import("std");

pub fn f() void {}

pub fn g() u8 {
    return 1;
}
