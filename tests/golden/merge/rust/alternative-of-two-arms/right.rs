fn weight(c: char) -> u32 {
    match c {
        'a' | 'b' => 1,
        'x' | 'z' => 2,
        _ => 0,
    }
}
