class Outer {
    private static class Entry {
        final String key;
        final long when;

        Entry(String key, long when) {
            this.key = key;
            this.when = when;
        }

        boolean expired(long now) {
            return now > when;
        }
    }

    Map<String, Entry> entries;
}
