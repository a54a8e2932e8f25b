const std = @import("std");

pub fn f() void {}
