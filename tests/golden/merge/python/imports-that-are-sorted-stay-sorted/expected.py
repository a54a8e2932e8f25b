import json
import logging
import os
import re
import zlib

BLANK = re.compile(r"\s")
