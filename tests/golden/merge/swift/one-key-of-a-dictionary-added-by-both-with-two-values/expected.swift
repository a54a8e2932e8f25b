let ports: [String: Int] = [
    "web": 80,
    "mail": 25,
    "news": 119,
<<<<<<< left
    "time": 123,
=======
    "time": 37,
>>>>>>> right
]
