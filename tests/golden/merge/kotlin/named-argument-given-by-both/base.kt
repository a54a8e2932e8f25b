fun main() {
    val server = Server(
        url = "localhost",
        port = 8080,
    )
    server.start()
}
