const Color = struct {
    red: u8,
    green: u8,

<<<<<<< left
=======
    pub fn black() Color {
        return .{ .red = 0, .green = 10 };
    }

>>>>>>> right
    pub fn gray(self: Color) u8 {
        return (self.red + self.green) / 2;
    }
};
