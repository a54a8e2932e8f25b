class Clock {
    /** Milliseconds since 1970. */
    synchronized long now() {
        return System.currentTimeMillis();
    }
}
