const std = @import("std");
const mem = std.mem;

pub const Cart = extern struct {
    items: []Item,
    limit: usize = 10,
<<<<<<< left
    name: u8,
=======
    owner: u32,
>>>>>>> right

    pub fn init(items: []Item) Cart {
        return .{ .items = items };
    }

    pub fn total(self: Cart) f64 {
        var sum: f64 = 0;
        for (self.items) |item| {
            sum += item.price;
        }
        return sum;
    }
};

const Kind = enum {
    a,
    b,
};

test "total" {
    try std.testing.expect(true);
}
