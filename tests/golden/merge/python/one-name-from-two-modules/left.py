import os
from app.json import dumps, loads

print(os.getcwd())
