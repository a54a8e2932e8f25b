struct Reader: Codable {
    let at: Int
}
