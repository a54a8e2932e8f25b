client = Client(
    port=8080,
    host="localhost",
<<<<<<< left
    timeout=5,
=======
    timeout=30,
>>>>>>> right
)
