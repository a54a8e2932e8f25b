import os
import re

import attrs


def size(path):
    return os.stat(path).st_size
