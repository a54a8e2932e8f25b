import sys
from os import sep

print(sys.argv[1:] or sep)
