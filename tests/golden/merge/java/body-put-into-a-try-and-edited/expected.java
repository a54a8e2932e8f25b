class Loader {
    String load(Path path) {
        try {
            Reader reader = open(path);
            String text = reader.readAll().trim();
            reader.close();
            return text;
        } catch (IOException error) {
            return "";
        }
    }
}
