class Loader {
    String load(Path path) {
        Reader reader = open(path);
        String text = reader.readAll().trim();
        reader.close();
        return text;
    }
}
