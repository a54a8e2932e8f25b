import os
import simplejson as json

print(os.name)
