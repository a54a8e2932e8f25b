def greet(name):
    text = f"Hello {name}"
    return text
