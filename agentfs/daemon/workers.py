"""Runs merges: small ones in a thread, others in worker processes, each within a time budget.

A merge that takes too long or kills its worker is no error: it comes out as one conflict of
the whole file, which is a true thing to say of two texts that could not be merged.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import structlog
import trio
import trio_parallel

from agentfs.merge.lines import merge_lines
from agentfs.merge.values import Clash, MergeResult

INLINE_LIMIT: Final = 128 << 10
"""Bytes of all three sides, up to which the hop to another process costs more than it saves."""
BUDGET: Final = 10.0
"""Seconds a merge, from when a worker takes it on.  Texts of 10 MB take about one."""
IDLE: Final = 60.0
"""Seconds after which a worker that has nothing to do ends."""
_log = structlog.get_logger()


class MergeWorkers:
    """Fills `pipeline.integrate.MergeRunner`."""

    def __init__(self, context: trio_parallel.WorkerContext, *, budget: float = BUDGET) -> None:
        self._context = context
        self._budget = budget
        self._free = trio.CapacityLimiter(os.cpu_count() or 1)

    async def merge(self, base: bytes, left: bytes, right: bytes) -> MergeResult:
        if len(base) + len(left) + len(right) <= INLINE_LIMIT:
            return await trio.to_thread.run_sync(merge_lines, base, left, right)
        # The time in the queue is not the merge's: a busy machine must not make conflicts.
        async with self._free:
            with trio.move_on_after(self._budget):
                return await self._elsewhere(base, left, right)
        _log.warning("a merge took too long", bytes=len(right), budget=self._budget)
        return whole_clash(base, left, right)

    async def _elsewhere(self, base: bytes, left: bytes, right: bytes) -> MergeResult:
        try:
            merged = await self._context.run_sync(
                merge_lines, base, left, right, kill_on_cancel=True
            )
        except trio_parallel.BrokenWorkerError:
            _log.warning("a merge killed its worker", bytes=len(right))
            return whole_clash(base, left, right)
        assert isinstance(merged, MergeResult)
        return merged


@asynccontextmanager
async def open_workers(*, budget: float = BUDGET) -> AsyncIterator[MergeWorkers]:
    """Workers are started when first needed and are gone when the block ends."""
    async with trio_parallel.open_worker_context(idle_timeout=IDLE) as context:
        yield MergeWorkers(context, budget=budget)


def whole_clash(base: bytes, left: bytes, right: bytes) -> MergeResult:
    return MergeResult((Clash(base, left, right, 1),))
