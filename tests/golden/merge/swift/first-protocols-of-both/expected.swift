struct Reader: Codable, Equatable {
    let at: Int
}
