"""Telling the kernel what to drop.

Entries from a thread of its own: the kernel takes an entry's invalidation only when requests
on the same folder are done, so on the loop's thread it would wait for itself.  Nobody waits
for this thread.  Attributes alone it drops at once, and waits for nothing.
"""

from __future__ import annotations

import contextlib

import pyfuse3
import trio

from agentfs.views.state import Stale


class Invalidator:
    """A queue of stale entries and the task that works it off, in order."""

    def __init__(self) -> None:
        self._waiting: list[Stale] = []
        self._wake = trio.Event()

    def tell(self, stale: Stale) -> None:
        for folder in stale.folders:
            with contextlib.suppress(OSError):
                pyfuse3.invalidate_inode(pyfuse3.InodeT(folder), attr_only=True)
        if stale.entries or stale.contents:
            self._waiting.append(stale)
            self._wake.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._wake.wait()
            self._wake = trio.Event()
            batch, self._waiting = self._waiting, []
            await trio.to_thread.run_sync(_invalidate, batch, abandon_on_cancel=True)


def _invalidate(batch: list[Stale]) -> None:
    for stale in batch:
        for folder, name in stale.entries:
            # ENOENT: the kernel had forgotten it by itself.
            with contextlib.suppress(OSError):
                pyfuse3.invalidate_entry(pyfuse3.InodeT(folder), name)
        for file in stale.contents:
            with contextlib.suppress(OSError):
                pyfuse3.invalidate_inode(pyfuse3.InodeT(file))
