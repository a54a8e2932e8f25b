class Loader {
    void load() {
        try {
            read();
        } catch (IOException | SQLException e) {
            log(e);
        }
    }
}
