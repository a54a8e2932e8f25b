<<<<<<< left
LEVEL = 1
=======
DEPTH = 2
>>>>>>> right
