def greet(name):
    text = f"Hello {name.title()}"
    return text
