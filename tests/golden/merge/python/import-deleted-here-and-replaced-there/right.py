import os
import ujson

print(os.getcwd())
