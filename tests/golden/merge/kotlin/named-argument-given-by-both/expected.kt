fun main() {
    val server = Server(
        url = "localhost",
        port = 8080,
<<<<<<< left
        workers = 4,
=======
        workers = 16,
>>>>>>> right
    )
    server.start()
}
