class Clock {
    /** Milliseconds since 1970. */
    long now() {
        return System.currentTimeMillis();
    }
}
