import os
import sys


def size(path):
    return os.stat(path).st_size
