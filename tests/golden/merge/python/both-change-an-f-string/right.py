def greet(name):
    text = f"Good day {name}"
    return text
