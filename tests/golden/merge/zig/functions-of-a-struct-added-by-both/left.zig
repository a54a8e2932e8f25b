const Color = struct {
    red: u8,
    green: u8,

    pub fn black() Color {
        return .{ .red = 0, .green = 0 };
    }

    pub fn gray(self: Color) u8 {
        return (self.red + self.green) / 2;
    }

    pub fn invert(self: Color) Color {
        return .{ .red = 255 - self.red, .green = 255 - self.green };
    }
};
