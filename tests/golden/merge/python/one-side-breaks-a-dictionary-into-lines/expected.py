settings = {
    "debug": False,
    "level": 4,
    "name": "app",
}
