class Log {
    void log(String text) {
        out.println(text);
    }

    void log(int number) {
        out.println(number);
    }
}
