class Loader {
    void load() {
        try {
            read();
        } catch (IOException | SQLException | ParseException | TimeoutException e) {
            log(e);
        }
    }
}
