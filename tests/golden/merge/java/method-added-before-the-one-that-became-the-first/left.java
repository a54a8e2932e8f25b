class Store {
    int reset() {
        return files.rewind();
    }

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
