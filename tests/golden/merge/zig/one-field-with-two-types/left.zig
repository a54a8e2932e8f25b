const Point = struct {
    x: i32,
    z: i32,
    y: i32,
};
