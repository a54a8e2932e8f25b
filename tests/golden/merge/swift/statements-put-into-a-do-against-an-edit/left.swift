func refresh() {
    do {
        let data = load(url)
        let items = decode(data)
        show(items)
    }
}
