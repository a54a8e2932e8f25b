fn main() {
    let words = read(stdin());
    println!("{}", words);
}

fn read(input: Stdin) -> usize {
    let mut words = 0;
    for line in input.lines() {
        words += line.unwrap_or_default().split_whitespace().count();
    }
    words
}
