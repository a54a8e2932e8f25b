fn main() {
    let sizes = vec![1, 2, 3];
    draw(&sizes);
}
