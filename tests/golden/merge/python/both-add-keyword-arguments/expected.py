client = Client(
    port=8080,
    host="localhost",
    timeout=5,
    retries=3,
)
