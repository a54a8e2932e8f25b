struct Reader: Equatable {
    let at: Int
}
