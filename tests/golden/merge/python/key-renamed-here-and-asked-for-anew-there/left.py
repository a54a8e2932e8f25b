CONFIG = {"hostname": "x", "port": 1}


def url():
    return CONFIG["hostname"]


def other():
    return 1
