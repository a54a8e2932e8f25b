fn main() {
    let sizes = vec![1, 2];
    draw(&sizes);
}
