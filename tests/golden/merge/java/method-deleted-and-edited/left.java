class Store {
    void put(String key) {
        keys.add(key);
    }
    void clear() {
        keys.clear();
    }
}
