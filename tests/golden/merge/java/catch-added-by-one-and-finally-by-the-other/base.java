class Loader {
    void load() {
        try {
            read();
        } catch (IOException e) {
            log(e);
        }
    }
}
