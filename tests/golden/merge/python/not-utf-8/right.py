# café au lait
def un():
    return "é"


def trois():
    return "à"
