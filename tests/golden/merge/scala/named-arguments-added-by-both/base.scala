object Main {
  val server = Server(
    url = "localhost",
    port = 8080
  )
}
