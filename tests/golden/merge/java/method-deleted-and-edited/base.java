class Store {
    void put(String key) {
        keys.add(key);
    }
    void drop(String key) {
        keys.remove(key);
    }
    void clear() {
        keys.clear();
    }
}
