class Log {
    void log(String text) {
        out.println(text);
    }
}
