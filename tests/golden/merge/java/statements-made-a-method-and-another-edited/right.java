class Pool {
    Connection take(String who) {
        log.debug(who);
        Connection free = queue.poll();
        if (free == null) {
            free = create();
        }
        used.put(who.trim(), free);
        return free;
    }
}
