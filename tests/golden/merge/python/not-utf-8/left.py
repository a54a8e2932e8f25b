# café
def un():
    return "é"


def deux():
    return "è"
