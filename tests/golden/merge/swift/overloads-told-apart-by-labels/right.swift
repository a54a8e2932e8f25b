final class Store {
    func load(id: Int) -> Item? {
        return items[id]
    }

    func load(from url: URL) -> Item? {
        return nil
    }
}
