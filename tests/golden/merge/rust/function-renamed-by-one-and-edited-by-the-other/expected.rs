fn main() {
    let words = count_words(stdin());
    println!("{}", words);
}

fn count_words(input: Stdin) -> usize {
    let mut words = 0;
    for line in input.lines() {
        words += line.unwrap_or_default().split_whitespace().count();
    }
    words
}
