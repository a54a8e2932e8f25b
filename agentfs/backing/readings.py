"""The file that remembers which process read which version, beyond the view's own process.

What a process read before a view died is the base of what it writes after.  A record is one
append, which a kill cannot tear; nothing is synced, since no reader outlives a power cut.
Not about what a reading means: that is `views/exposure`.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from agentfs.backing import processes
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Version

SIZE_LIMIT: Final = 4 << 20
"""Bytes at which the file is written anew, with what still counts."""
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
_LENGTH: Final = 4


class Record(msgspec.Struct, frozen=True, array_like=True):
    """`process` saw `version` of `path`; process 0: no earlier reading of it counts any more."""

    process: int
    path: RepoPath
    version: Version | None
    at_ns: int


class ReadingsFile:
    """One view's.  What cannot be written is not remembered: reading goes on all the same."""

    def __init__(self, file: Path) -> None:
        """Raises OSError."""
        self._file = file
        self._fd = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._size = os.fstat(self._fd).st_size
        self._limit = SIZE_LIMIT

    def add(self, process: int, path: RepoPath, version: Version | None, at_ns: int) -> bool:
        """Whether the file has grown so long that it should be rewritten."""
        frame = _frame(Record(process, path, version, at_ns))
        try:
            whole = os.write(self._fd, frame) == len(frame)
        except OSError:
            whole = False
        if whole:
            self._size += len(frame)
        else:
            with contextlib.suppress(OSError):
                os.ftruncate(self._fd, self._size)
        return self._size > self._limit

    def records(self) -> Iterator[Record]:
        """In order, those by processes that live and did when they read."""
        frames = _frames(os.pread(self._fd, self._size, 0))
        if next(frames, None) != _BOOT_ID.read_bytes():
            return
        began: dict[int, int | None] = {0: 0}
        for frame in frames:
            record = msgspec.msgpack.decode(frame, type=Record)
            if record.process not in began:
                began[record.process] = _started_ns(record.process)
            started = began[record.process]
            if started is not None and record.at_ns >= started:
                yield record

    def rewrite(self, records: Iterable[tuple[int, RepoPath, Version | None, int]]) -> None:
        """Hold these and no others; stay as it is if that cannot be."""
        boot = _BOOT_ID.read_bytes()
        frames = [_prefixed(boot), *(_frame(Record(*record)) for record in records)]
        fresh = self._file.with_suffix(".new")
        try:
            fresh.write_bytes(b"".join(frames))
            fd = os.open(fresh, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
            fresh.replace(self._file)
        except OSError:
            return
        os.close(self._fd)
        self._fd, self._size = fd, sum(map(len, frames))
        self._limit = max(SIZE_LIMIT, 2 * self._size)

    def close(self) -> None:
        os.close(self._fd)


def _started_ns(process: int) -> int | None:
    """None if it is gone."""
    return processes.started_ns(process) if os.path.exists(f"/proc/{process}") else None


def _frame(record: Record) -> bytes:
    return _prefixed(msgspec.msgpack.encode(record))


def _prefixed(data: bytes) -> bytes:
    return len(data).to_bytes(_LENGTH, "big") + data


def _frames(data: bytes) -> Iterator[bytes]:
    """Up to the first that is cut short, as a full disk leaves it."""
    at = 0
    while len(data) - at >= _LENGTH:
        end = at + _LENGTH + int.from_bytes(data[at : at + _LENGTH], "big")
        if end > len(data):
            return
        yield data[at + _LENGTH : end]
        at = end
