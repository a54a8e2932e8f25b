import os
<<<<<<< left
=======
import ujson
>>>>>>> right

print(os.getcwd())
