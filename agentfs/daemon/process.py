"""A process that is not our child, held by a pidfd: it cannot be mistaken for another that
got the same pid later."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path
from typing import Final

import trio

_TERM_PATIENCE: Final = 3.0


class Process:
    """A live process, or one that has ended since.  Any number of tasks may wait for it."""

    def __init__(self, pid: int, pidfd: int) -> None:
        """Takes over `pidfd`."""
        self.pid = pid
        self._pidfd: int | None = pidfd

    @classmethod
    def of(cls, pid: int) -> Process | None:
        """None if there is no such process now."""
        try:
            return cls(pid, os.pidfd_open(pid))
        except ProcessLookupError:
            return None

    async def wait(self) -> None:
        """Until it has ended."""
        if self._pidfd is None:
            return
        # A descriptor of its own: trio lets one task at a time wait for each.
        mine = os.dup(self._pidfd)
        try:
            await trio.lowlevel.wait_readable(mine)
        finally:
            os.close(mine)

    def is_half_dead(self) -> bool:
        """Whether its first thread is gone while another still hangs in the kernel, or the
        last are just ending."""
        try:
            stat = Path(f"/proc/{self.pid}/stat").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            return False
        return stat.rpartition(b") ")[2].startswith(b"Z")

    def send(self, number: signal.Signals) -> None:
        """Signal it; nothing happens if it has ended."""
        if self._pidfd is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, number)

    async def end(self) -> None:
        """Ask it to end, make it end if it does not, and wait until it has."""
        self.send(signal.SIGTERM)
        with trio.move_on_after(_TERM_PATIENCE):
            await self.wait()
            return
        self.send(signal.SIGKILL)
        await self.wait()

    def close(self) -> None:
        """It has ended, as `wait` said."""
        if self._pidfd is not None:
            os.close(self._pidfd)
            self._pidfd = None
