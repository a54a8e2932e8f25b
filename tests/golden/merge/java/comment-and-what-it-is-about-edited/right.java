class Clock {
    /** The time. */
    synchronized long now() {
        return System.currentTimeMillis();
    }
}
