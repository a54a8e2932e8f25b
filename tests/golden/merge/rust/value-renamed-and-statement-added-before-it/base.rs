fn f(a: i32) -> String {
    let text = g(a);
    println!("{}", text);
    text
}
