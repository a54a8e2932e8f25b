CONFIG = {"hostname": "x", "port": 1}


def url():
<<<<<<< left
    return CONFIG["hostname"]


def other():
    return 1
=======
    return CONFIG["host"]


def other():
    return CONFIG["host"]
>>>>>>> right
