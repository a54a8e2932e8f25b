import json
import logging
import re
import zlib

BLANK = re.compile(r"\s")
