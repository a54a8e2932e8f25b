fun main() {
    val server = Server(
        url = "localhost",
        port = 8080,
        workers = 16,
    )
    server.start()
}
