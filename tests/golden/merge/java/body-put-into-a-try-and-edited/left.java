class Loader {
    String load(Path path) {
        try {
            Reader reader = open(path);
            String text = reader.readAll();
            reader.close();
            return text;
        } catch (IOException error) {
            return "";
        }
    }
}
