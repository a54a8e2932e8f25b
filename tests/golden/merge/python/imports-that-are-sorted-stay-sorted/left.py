import json
import os
import re
import zlib

BLANK = re.compile(r"\s")
