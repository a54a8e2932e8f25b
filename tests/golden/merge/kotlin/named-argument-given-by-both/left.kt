fun main() {
    val server = Server(
        url = "localhost",
        port = 8080,
        workers = 4,
    )
    server.start()
}
