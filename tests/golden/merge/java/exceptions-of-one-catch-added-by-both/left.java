class Loader {
    void load() {
        try {
            read();
        } catch (IOException | SQLException | ParseException e) {
            log(e);
        }
    }
}
