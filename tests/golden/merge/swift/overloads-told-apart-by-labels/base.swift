final class Store {
    func load(id: Int) -> Item? {
        return items[id]
    }
}
