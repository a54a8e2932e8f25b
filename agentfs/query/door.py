"""Opens the log for those who may only read it."""

from __future__ import annotations

from pathlib import Path

from agentfs.eventlog import EventLog


def open_log(directory: Path) -> EventLog:
    """A reader; use it in a `with` block.  Raises LogMissing, LogDamaged, LogTooNew.

    Once in a process at most, and never across a fork: see `EventLog`.
    """
    return EventLog.open_reader(directory)
