#!/usr/bin/env python3
from __future__ import annotations

import os

print(os.getcwd())
