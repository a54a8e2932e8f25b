fun put(conn: Conn) {
    conn.touch()
    free.add(conn)
    wake()
}
