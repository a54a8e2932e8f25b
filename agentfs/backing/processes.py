"""What /proc tells of the processes that use a view.

Reads only /proc and never follows a link into the view: the view's own process asks, and
would wait for itself.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_TICKS: Final = os.sysconf("SC_CLK_TCK")
_WRITABLE: Final = os.O_WRONLY | os.O_RDWR


@dataclass(frozen=True, slots=True)
class Process:
    """A thread group.  `started_ns`: nanoseconds since boot, to the kernel's clock tick."""

    id: int
    started_ns: int


def thread_group(thread: int) -> int:
    """The process of a thread; the thread itself if it is gone (or is the kernel's: 0)."""
    try:
        # Only the first thread of a process, most often the only one, has a pidfd.
        os.close(os.pidfd_open(thread))
        return thread
    except OSError:
        pass
    try:
        with open(f"/proc/{thread}/status", "rb", buffering=0) as status:
            text = status.read(512)
    except OSError:
        return thread
    _, found, rest = text.partition(b"\nTgid:")
    return int(rest.split(b"\n", 1)[0]) if found else thread


def started_ns(process: int) -> int:
    """When it started, in nanoseconds since boot, rounded up to the kernel's clock tick;
    0 if it is gone, so that what it had read still counts for its last save."""
    try:
        with open(f"/proc/{process}/stat", "rb", buffering=0) as stat:
            text = stat.read(1024)
    except OSError:
        return 0
    after_name = text.rpartition(b")")[2].split()
    return (int(after_name[19]) * 1_000_000_000) // _TICKS


def since_boot_ns() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def still_writing(process: int, mount: bytes, ino: int) -> bool:
    """Whether `process`, or a descendant of it, has inode `ino` of the file system mounted
    at `mount` open for writing.

    Asked while one of them closes it: a descriptor that is being closed is already gone
    from its table.
    """
    prefix = mount + b"/"
    return any(_has_open(each, prefix, ino) for each in _family(process))


def _family(process: int) -> Iterator[int]:
    """The process and its living descendants."""
    waiting = [process]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(_children(each))


def _children(process: int) -> list[int]:
    found: list[int] = []
    try:
        threads = os.listdir(f"/proc/{process}/task")
    except OSError:
        return found
    for thread in threads:
        try:
            text = Path(f"/proc/{process}/task/{thread}/children").read_bytes()
        except OSError:
            continue
        found.extend(int(child) for child in text.split())
    return found


def _has_open(process: int, prefix: bytes, ino: int) -> bool:
    folder = b"/proc/%d/fd" % process
    try:
        descriptors = os.listdir(folder)
    except OSError:
        return False
    for descriptor in descriptors:
        try:
            if not os.readlink(folder + b"/" + descriptor).startswith(prefix):
                continue
            if _is_writer(process, descriptor, ino):
                return True
        except OSError:  # closed since the list was read
            continue
    return False


def _is_writer(process: int, descriptor: bytes, ino: int) -> bool:
    info = Path(os.fsdecode(b"/proc/%d/fdinfo/%s" % (process, descriptor))).read_bytes()
    fields = dict(line.split(b":\t", 1) for line in info.splitlines() if b":\t" in line)
    flags = int(fields.get(b"flags", b"0"), 8)
    # Kernels before 5.15 do not tell the inode; then any file of the view counts.
    return bool(flags & _WRITABLE) and int(fields.get(b"ino", ino)) == ino
