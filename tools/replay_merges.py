"""`python -m tools.replay_merges REPOSITORY`, or by this file's name: `tools.replay.command`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

if __name__ == "__main__":
    # Run by its name, a file has its own folder on the path and not the checkout.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.exit(importlib.import_module("tools.replay.command").main())
