import json
import re
import zlib

BLANK = re.compile(r"\s")
