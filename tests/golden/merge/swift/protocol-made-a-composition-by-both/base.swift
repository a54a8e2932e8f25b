func sort<T: Comparable>(_ items: [T]) -> [T] {
    return items.sorted()
}
