func sort<T: Comparable & Codable>(_ items: [T]) -> [T] {
    return items.sorted()
}
