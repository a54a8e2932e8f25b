fn main() {
    let sizes = vec![1, 2, 5];
    draw(&sizes);
}
