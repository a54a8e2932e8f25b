<<<<<<< left
class View(Base, Cached):
=======
class View(Base, Logged):
>>>>>>> right
    name = "view"
