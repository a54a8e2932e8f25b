object Main {
  val server = Server(
    url = "localhost",
    port = 8080,
    workers = 4
  )
}
