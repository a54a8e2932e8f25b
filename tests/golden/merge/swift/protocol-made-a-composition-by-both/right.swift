func sort<T: Comparable & Sendable>(_ items: [T]) -> [T] {
    return items.sorted()
}
