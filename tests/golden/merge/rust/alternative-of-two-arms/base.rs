fn weight(c: char) -> u32 {
    match c {
        'a' | 'b' => 1,
        'x' => 2,
        _ => 0,
    }
}
