class Store {
    void put(String key) {
        keys.add(key);
    }
<<<<<<< left
=======
    void drop(String key) {
        keys.remove(key.trim());
    }
>>>>>>> right
    void clear() {
        keys.clear();
    }
}
