const Color = struct {
    red: u8,
    green: u8,

    pub fn gray(self: Color) u8 {
        return (self.red + self.green) / 2;
    }
};
