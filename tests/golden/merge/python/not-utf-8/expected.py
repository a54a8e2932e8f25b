# café au lait
def un():
    return "é"


def deux():
    return "è"


def trois():
    return "à"
