fun main() {
    val server = Server(
        url = "localhost",
        port = 8080,
        secure = true,
    )
    server.start()
}
