def greet(name):
<<<<<<< left
    text = f"Hello {name.title()}"
=======
    text = f"Good day {name}"
>>>>>>> right
    return text
