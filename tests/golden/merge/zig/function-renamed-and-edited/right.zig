const Color = struct {
    red: u8,
    green: u8,

    pub fn black() Color {
        return .{ .red = 0, .green = 0 };
    }

    pub fn gray(self: Color) u8 {
        return (self.red + self.green) / 3;
    }
};
