fn weight(c: char) -> u32 {
    match c {
<<<<<<< left
        'a' | 'b' | 'z' => 1,
        'x' => 2,
=======
        'a' | 'b' => 1,
        'x' | 'z' => 2,
>>>>>>> right
        _ => 0,
    }
}
