import sys
from os import getcwd

print(sys.argv)
print(getcwd())
