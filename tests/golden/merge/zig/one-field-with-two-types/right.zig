const Point = struct {
    x: i32,
    y: i32,
    z: i64,
};
