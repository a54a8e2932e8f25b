import os
<<<<<<< left
from app.json import dumps, loads
=======
from app.yaml import dumps
>>>>>>> right

print(os.getcwd())
