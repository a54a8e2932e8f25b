fn main() {
<<<<<<< left
    let sizes = vec![1, 2, 3];
=======
    let sizes = vec![1, 2, 5];
>>>>>>> right
    draw(&sizes);
}
