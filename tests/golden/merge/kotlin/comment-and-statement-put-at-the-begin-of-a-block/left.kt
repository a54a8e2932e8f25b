fun put(conn: Conn) {
    // Closed ones are sorted out when they are taken.
    free.add(conn)
    wake()
}
