func sort<T: Comparable & Codable & Sendable>(_ items: [T]) -> [T] {
    return items.sorted()
}
