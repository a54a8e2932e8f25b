import os
import re
import sys

import attrs


def size(path):
    return os.stat(path).st_size
