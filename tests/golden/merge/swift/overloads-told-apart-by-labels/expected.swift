final class Store {
    func load(id: Int) -> Item? {
        return items[id]
    }

    func load(named name: String) -> Item? {
        return names[name]
    }

    func load(from url: URL) -> Item? {
        return nil
    }
}
