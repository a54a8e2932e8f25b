"""Runs merges: small ones in a thread, others in worker processes, each within a time budget.

Merging syntax is pure Python, so a thread that does it holds up the loop, and every save with
it; a worker process does not.  What it cannot do in time, or at all, is merged by lines, and
what cannot be merged by lines comes out as one conflict of the whole file.  The result has a
note that says so.

A fault of the engine ends here too: whose saves it is about can do nothing for it.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import structlog
import trio
import trio_parallel

from agentfs.daemon.drivers import DriverFailed, merge_by_driver
from agentfs.merge.filemerge import FileMerge, rehearse
from agentfs.merge.policy import Way
from agentfs.merge.values import MergeResult

INLINE_LIMIT: Final = 12 << 10
"""Bytes of all three sides, up to which a thread merges by syntax in some 5 ms: as long as
Python lets one thread run while another waits.  The hop to a worker costs half a millisecond."""
COLD_LIMIT: Final = 256 << 10
"""The same while no worker runs: starting one takes longer than merging this here, and the loop
is slowed once for all."""
INLINE_LINES_LIMIT: Final = 128 << 10
"""Bytes of all three sides, up to which they are merged by lines in a thread."""
BUDGET: Final = 5.0
"""Seconds for merging a file's syntax, from when a worker takes it on."""
LINES_BUDGET: Final = 10.0
"""Seconds for merging it by lines instead.  Texts of 10 MB take about one."""
DRIVER_BUDGET: Final = 30.0
"""Seconds for a merge driver, which may have to start a whole tool."""
IDLE: Final = 60.0
"""Seconds after which a worker that has nothing to do ends."""
_log = structlog.get_logger()


class _NotDone(Exception):
    """A merge gave no result; the text says why, as users read it."""


class MergeWorkers:
    """Fills `pipeline.integration.merging.MergeRunner`."""

    def __init__(
        self,
        context: trio_parallel.WorkerContext,
        folder: Path,
        *,
        budget: float = BUDGET,
        lines_budget: float = LINES_BUDGET,
    ) -> None:
        """`folder` is where merge drivers run: the root of the user's working tree."""
        self._context = context
        self._folder = folder
        self._budget = budget
        self._lines_budget = lines_budget
        self._free = trio.CapacityLimiter(os.cpu_count() or 1)
        self._wanted = trio.Event()
        self._starting = False

    async def serve(self) -> None:
        """Start a worker when there is none and one would have been of use."""
        while True:
            await self._wanted.wait()
            self._starting = True
            try:
                await self._context.run_sync(rehearse, kill_on_cancel=True)
            except trio_parallel.BrokenWorkerError:
                _log.warning("a worker did not start")
            self._starting = False
            self._wanted = trio.Event()

    async def merge(self, file: FileMerge) -> MergeResult:
        if file.policy.way is Way.DRIVER:
            return await self._by_driver(file)
        try:
            return await self._by_syntax(file)
        except _NotDone as reason:
            why = f"merging its syntax {reason}"
        _log.warning("a file is merged by lines", path=file.path, bytes=file.size, why=why)
        try:
            return await self._by_lines(file, f"{why}: merged by lines")
        except _NotDone as reason:
            why = f"{why}, and merging its lines {reason}"
        _log.warning("a file is not merged", path=file.path, bytes=file.size, why=why)
        return file.undecided(why)

    async def _by_driver(self, file: FileMerge) -> MergeResult:
        """Who has named a driver wants no other merge."""
        why = f"its merge driver {file.policy.driver} "
        try:
            async with self._free:
                with trio.move_on_after(DRIVER_BUDGET):
                    return await merge_by_driver(file, self._folder)
            why += f"took more than {DRIVER_BUDGET:g} s"
        except DriverFailed as error:
            why += f"failed: {error}"
        _log.warning("a file is not merged", path=file.path, why=why)
        return file.undecided(why)

    async def _by_syntax(self, file: FileMerge) -> MergeResult:
        if file.size <= INLINE_LIMIT or (file.size <= COLD_LIMIT and not self._is_warm()):
            return await _in_thread(file.merged, self._budget)
        return await self._elsewhere(file.merged, self._budget)

    async def _by_lines(self, file: FileMerge, note: str) -> MergeResult:
        def merge() -> MergeResult:
            return file.by_lines(note)

        if file.size <= INLINE_LINES_LIMIT:
            return await _in_thread(merge, self._lines_budget)
        return await self._elsewhere(file.by_lines, self._lines_budget, note)

    def _is_warm(self) -> bool:
        """Whether a worker runs.  If not, one soon will."""
        workers = self._context.statistics()
        if workers.idle_workers or workers.running_workers > self._starting:
            return True
        self._wanted.set()
        return False

    async def _elsewhere(
        self, work: Callable[..., MergeResult], budget: float, *arguments: str
    ) -> MergeResult:
        # The time in the queue is not the merge's: a busy machine must not make conflicts.
        async with self._free:
            with trio.move_on_after(budget):
                return await self._in_worker(work, *arguments)
        raise _NotDone(f"took more than {budget:g} s")

    async def _in_worker(self, work: Callable[..., MergeResult], *arguments: str) -> MergeResult:
        try:
            merged = await self._context.run_sync(work, *arguments, kill_on_cancel=True)
        except trio_parallel.BrokenWorkerError:
            raise _NotDone("killed its process") from None
        except Exception as error:
            _log.exception("a merge failed")
            raise _NotDone("failed") from error
        assert isinstance(merged, MergeResult)
        return merged


async def _in_thread(work: Callable[[], MergeResult], budget: float) -> MergeResult:
    """A thread that takes too long cannot be ended.  It is left to itself, and nobody waits."""
    try:
        with trio.move_on_after(budget):
            return await trio.to_thread.run_sync(work, abandon_on_cancel=True)
    except Exception as error:
        _log.exception("a merge failed")
        raise _NotDone("failed") from error
    raise _NotDone(f"took more than {budget:g} s")


@asynccontextmanager
async def open_workers(
    folder: Path, *, budget: float = BUDGET, lines_budget: float = LINES_BUDGET
) -> AsyncIterator[MergeWorkers]:
    """Workers are started when first needed and are gone when the block ends."""
    async with trio_parallel.open_worker_context(idle_timeout=IDLE) as context:
        yield MergeWorkers(context, folder, budget=budget, lines_budget=lines_budget)
