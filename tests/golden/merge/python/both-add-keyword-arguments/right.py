client = Client(
    port=8080,
    host="localhost",
    retries=3,
)
