func refresh() {
    let data = load(url)
    let items = decode(data, as: Item.self)
    show(items)
}
