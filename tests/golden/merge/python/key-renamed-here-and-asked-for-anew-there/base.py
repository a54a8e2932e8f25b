CONFIG = {"host": "x", "port": 1}


def url():
    return CONFIG["host"]


def other():
    return 1
