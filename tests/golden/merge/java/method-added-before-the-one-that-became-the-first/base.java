class Store {
    int open() {
        return files.open();
    }

    int size() {
        return files.size();
    }

    int limit() {
        return 9;
    }

    int close() {
        return files.close();
    }
}
