class Clock {
    /** The time. */
    long now() {
        return System.currentTimeMillis();
    }
}
