class View(Base, Logged):
    name = "view"
