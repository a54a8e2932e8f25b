import os
import simplejson

print(os.getcwd())
