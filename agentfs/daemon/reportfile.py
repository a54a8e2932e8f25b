"""The file in which a daemon says what happens to it, as an output that never fails.

Apart from `report`, so that a view's process, which reports through the standard library's
logging (decision 8), need not hold structlog.
"""

from __future__ import annotations

import contextlib
import logging
import os


class ReportFile:
    """As much of a text file as a logger needs, unbuffered."""

    def __init__(self, fd: int) -> None:
        """`fd` stays the caller's, and must stay open."""
        self._fd = fd

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            os.write(self._fd, text.encode("utf-8", "backslashreplace"))
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


def log_to(fd: int) -> None:
    """From now on this process's standard logging writes to `fd`, a line an event."""
    handler = logging.StreamHandler(ReportFile(fd))
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
