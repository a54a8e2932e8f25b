class Loader {
    String load(Path path) {
        Reader reader = open(path);
        String text = reader.readAll();
        reader.close();
        return text;
    }
}
