settings = {"debug": False, "level": 3, "name": "app"}
