class Loader {
    void load() {
        try {
            read();
        } catch (IOException | SQLException | TimeoutException e) {
            log(e);
        }
    }
}
