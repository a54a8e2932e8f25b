class Log {
    void log(String text) {
        out.println(text);
    }

    void log(Throwable error) {
        error.printStackTrace(out);
    }
}
