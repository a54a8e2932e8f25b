fn f(a: i32) -> String {
    let line = g(a);
    println!("{}", line);
    line
}
