from collections import namedtuple

<<<<<<< left
Row = namedtuple("Row", ["id", "name", "mail"])
=======
Row = namedtuple("Row", ["id", "name", "age"])
>>>>>>> right
