const Point = struct {
    x: i32,
<<<<<<< left
    z: i32,
=======
    z: i64,
>>>>>>> right
    y: i32,
};
