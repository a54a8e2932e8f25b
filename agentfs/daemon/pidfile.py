"""A file that a process holds a lock on as long as it lives, and that says its pid.

The lock is the truth: the kernel drops it however the process dies.  The pid in the file is
its holder's, but for a moment after the lock changed hands.
"""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from typing import Final

from agentfs.model.errors import AgentfsError

_RETRY: Final = 0.005


class AlreadyRuns(AgentfsError):
    """Another process holds the file."""

    code = "already-runs"


class PidFile:
    """Held until the process ends or `release` is called.  Not inherited over exec."""

    def __init__(self, path: Path, *, patience: float = 0.2) -> None:
        """Take it, trying for `patience` seconds: who only looks (`holder`) takes the lock
        for a moment, and a predecessor may be about to end.  Raises AlreadyRuns."""
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + patience
        while not _try_lock(self._fd):
            if time.monotonic() >= deadline:
                pid = _read_pid(self._fd)
                os.close(self._fd)
                raise AlreadyRuns(f"process {pid} holds {path}")
            time.sleep(_RETRY)
        text = b"%d\n" % os.getpid()
        os.pwrite(self._fd, text, 0)
        os.ftruncate(self._fd, len(text))

    def release(self) -> None:
        os.close(self._fd)


def holder(path: Path) -> int | None:
    """The pid of the process that holds `path`, None if none does.

    The pid may be that of the holder before, just after the file changed hands; 0 if the
    first holder has not yet written it.
    """
    try:
        fd = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        return None if _try_lock(fd) else _read_pid(fd)
    finally:
        os.close(fd)


def _try_lock(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read_pid(fd: int) -> int:
    text = os.pread(fd, 32, 0).strip()
    return int(text) if text.isdigit() else 0
