const Point = struct {
    x: i32,
<<<<<<< left
    z: i32,
    y: i32,
=======
    y: i32,
    z: i64,
>>>>>>> right
};
