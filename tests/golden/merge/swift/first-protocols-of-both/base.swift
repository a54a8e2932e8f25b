struct Reader {
    let at: Int
}
