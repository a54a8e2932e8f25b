class View(Base, Cached):
    name = "view"
