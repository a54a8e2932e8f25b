import sys
from os import getcwd, sep

print(sys.argv[1:] or sep)
print(getcwd())
