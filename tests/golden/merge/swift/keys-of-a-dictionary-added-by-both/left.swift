let ports: [String: Int] = [
    "web": 80,
    "mail": 25,
    "news": 119,
    "time": 123,
]
