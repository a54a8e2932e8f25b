class Loader {
    void load() {
        try {
            read();
        } catch (IOException e) {
            log(e);
        } catch (ParseException e) {
            warn(e);
        } finally {
            close();
        }
    }
}
