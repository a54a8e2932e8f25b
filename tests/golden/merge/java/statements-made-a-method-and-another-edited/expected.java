class Pool {
    Connection take(String who) {
        log.debug(who);
        Connection free = freeOrNew();
        used.put(who.trim(), free);
        return free;
    }

    private Connection freeOrNew() {
        Connection free = queue.poll();
        if (free == null) {
            free = create();
        }
        return free;
    }
}
