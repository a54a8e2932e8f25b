import os
import ujson as json

print(os.name)
