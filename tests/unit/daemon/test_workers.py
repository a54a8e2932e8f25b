"""Merges run where they should, and one that fails is a conflict of everything."""

from __future__ import annotations

import trio_parallel

from agentfs.daemon.workers import INLINE_LIMIT, MergeWorkers, open_workers, whole_clash
from agentfs.merge.lines import merge_lines

BASE = b"".join(b"line %d\n" % n for n in range(INLINE_LIMIT // 20))
LEFT = b"left\n" + BASE
RIGHT = BASE + b"right\n"


async def test_small_and_large_merges_come_out_the_same_as_here() -> None:
    async with open_workers() as workers:
        small = (b"a\nb\nc\n", b"x\na\nb\nc\n", b"a\nb\nc\ny\n")
        assert await workers.merge(*small) == merge_lines(*small)
        assert len(BASE + LEFT + RIGHT) > INLINE_LIMIT
        assert await workers.merge(BASE, LEFT, RIGHT) == merge_lines(BASE, LEFT, RIGHT)


async def test_a_merge_over_its_budget_is_one_conflict() -> None:
    async with open_workers(budget=0) as workers:
        assert await workers.merge(BASE, LEFT, RIGHT) == whole_clash(BASE, LEFT, RIGHT)


class Dying:
    """A worker context whose workers crash."""

    async def run_sync(self, *_: object, **__: object) -> object:
        raise trio_parallel.BrokenWorkerError


async def test_a_worker_that_dies_makes_one_conflict() -> None:
    merged = await MergeWorkers(Dying()).merge(BASE, LEFT, RIGHT)
    assert merged == whole_clash(BASE, LEFT, RIGHT)
