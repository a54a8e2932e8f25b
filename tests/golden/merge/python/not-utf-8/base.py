# café
def un():
    return "é"
