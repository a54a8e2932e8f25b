"""Fan out: the stage that tells every reader of the log that there is more to read.

The doorbell is one file that the coordinator touches after a commit.  Readers wait for that
and then read on from their own cursor, so the coordinator keeps no list of them and a slow
one holds up nobody.  A ring carries nothing: a reader that heard one of ten has heard all.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import inotify_simple
import trio

LEAST_INTERVAL: Final = 0.05
"""Seconds between two wakes of a reader: 20 a second, however often the bell rings."""
LONGEST_INTERVAL: Final = 1.0
"""The same on a machine that is so busy that readers are woken late."""
LATE: Final = 0.02
"""Seconds.  A process that has a processor to itself wakes within one or two milliseconds."""
LONGEST_POLL: Final = 0.25


class Doorbell:
    """The coordinator's end."""

    def __init__(self, path: Path) -> None:
        """Makes the file if it is missing.  It is never replaced: readers watch the inode."""
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._last_ns = 0

    def ring(self) -> None:
        """Wake every reader.  Never raises: what was committed is committed, and whoever
        misses this ring hears the next."""
        # The kernel's own clock stands still for some milliseconds; ours must not, or who
        # looks at the time would take two rings for one, and miss the second.
        self._last_ns = max(self._last_ns + 1, time.time_ns())
        with contextlib.suppress(OSError):
            # A change of times needs no space, so it works on a full disk.
            os.utime(self._fd, ns=(self._last_ns, self._last_ns))

    def close(self) -> None:
        os.close(self._fd)


class DoorbellListener:
    """A reader's end; for one task of a trio loop.

    Make the listener first and read the log after that, and again after each `wait`: then
    no commit is missed.  The bell is heard from the moment when the listener is made.
    """

    def __init__(self, path: Path) -> None:
        """Makes the file if it is missing.  Raises OSError if its folder is."""
        self._fd = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._not_before = trio.current_time()
        self._interval = LEAST_INTERVAL
        self._heard = os.fstat(self._fd).st_mtime_ns
        self._inotify = _watch(self._fd)

    async def wait(self) -> None:
        """Return when the bell has rung since the last call returned, but not sooner than
        `LEAST_INTERVAL` after that.

        Hundreds of readers that all wake for each ring can keep a machine so busy that it
        does nothing else.  Each notices by being woken late, and then takes more rings at once.
        """
        await trio.sleep_until(self._not_before)
        self._adapt(trio.current_time() - self._not_before)
        if self._inotify is None:
            await self._poll()
        else:
            await trio.lowlevel.wait_readable(self._inotify.fileno())
            # Drained before the caller reads the log: a ring during its reading is kept.
            self._inotify.read(timeout=0)
        self._not_before = trio.current_time() + self._interval

    def _adapt(self, late: float) -> None:
        """`late`: seconds by which the reader came back from its sleep after its time."""
        if late > LATE:
            self._interval = min(2 * self._interval, LONGEST_INTERVAL)
        else:
            self._interval = max(self._interval / 2, LEAST_INTERVAL)

    def close(self) -> None:
        if self._inotify is not None:
            self._inotify.close()
        os.close(self._fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    async def _poll(self) -> None:
        """Look at the file's time: less and less often while nothing happens."""
        begun = trio.current_time()
        while (rung := os.fstat(self._fd).st_mtime_ns) == self._heard:
            idle = trio.current_time() - begun
            await trio.sleep(min(max(LEAST_INTERVAL, idle / 10), LONGEST_POLL))
        self._heard = rung


def preload() -> None:
    """Do now what the first listener of a process would: finding libc runs programs.  For
    the zygote, so that views need not."""
    with contextlib.suppress(OSError):
        inotify_simple.INotify().close()


def _watch(fd: int) -> inotify_simple.INotify | None:
    """None if the user has as many inotify instances as the kernel grants: 128 unless
    fs.inotify.max_user_instances was raised, and the user's own tools need some."""
    try:
        inotify = inotify_simple.INotify(nonblocking=True)
    except OSError as error:
        if error.errno != errno.EMFILE:
            raise
        return None
    inotify.add_watch(f"/proc/self/fd/{fd}", inotify_simple.flags.ATTRIB)
    return inotify
