client = Client(
    port=8080,
    host="localhost",
    timeout=5,
)
