fun put(conn: Conn) {
    conn.touch()
    // Closed ones are sorted out when they are taken.
    free.add(conn)
    wake()
}
