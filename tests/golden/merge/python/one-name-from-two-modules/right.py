import os
from app.yaml import dumps

print(os.getcwd())
