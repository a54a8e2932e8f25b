fun put(conn: Conn) {
    free.add(conn)
    wake()
}
