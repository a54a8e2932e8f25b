"""Merges run where they should, and one that cannot be had is made up for, and says so."""

from __future__ import annotations

import math
import os
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import trio
import trio_parallel

from agentfs.daemon import workers as module
from agentfs.daemon.workers import (
    COLD_LIMIT,
    INLINE_LIMIT,
    MergeWorkers,
    open_workers,
)
from agentfs.merge.filemerge import FileMerge
from agentfs.merge.policy import MergePolicy, Way
from agentfs.merge.values import How, MergeResult
from agentfs.model.ids import RepoPath

LARGE = COLD_LIMIT * 5 // 4
"""For a worker, whether one runs or not."""
DONE = MergeResult((), note="done")


def both_add(size: int) -> FileMerge:
    """A Python file of about that size in all; both sides add a function at its end, so that
    lines clash and syntax does not."""
    base = b"".join(b"def f%d():\n    return %d\n\n\n" % (n, n) for n in range(size // 100))
    left, right = base + b"def ann():\n    pass\n", base + b"def ben():\n    pass\n"
    return FileMerge(RepoPath(b"f.py"), base, left, right)


class Probe(FileMerge):
    """Tells in which process it is merged."""

    def merged(self) -> MergeResult:
        here = threading.current_thread() is threading.main_thread()
        return MergeResult((), note=f"{os.getpid()} {here}")


class Slow(FileMerge):
    """Never ends, but for its lines."""

    def merged(self) -> MergeResult:
        while True:
            pass


class Deadly(FileMerge):
    def merged(self) -> MergeResult:
        os._exit(1)


class DeadlyInLines(Deadly):
    def by_lines(self, note: str = "") -> MergeResult:
        os._exit(1)


class Faulty(FileMerge):
    def merged(self) -> MergeResult:
        raise AssertionError("the engine has a fault")


def like(kind: type[FileMerge], file: FileMerge) -> FileMerge:
    return kind(file.path, file.base, file.left, file.right)


@pytest.fixture
async def workers() -> AsyncIterator[MergeWorkers]:
    """With a budget that no machine is so busy as to need."""
    async with open_workers(Path.cwd(), budget=120) as opened:
        yield opened


@pytest.mark.parametrize("size", [INLINE_LIMIT // 2, COLD_LIMIT // 2, LARGE])
async def test_wherever_a_merge_runs_it_comes_out_the_same(
    workers: MergeWorkers, size: int
) -> None:
    file = both_add(size)
    merged = await workers.merge(file)
    assert (merged.clean, merged.how, merged.note) == (True, How.STRUCTURE, "")
    assert merged == file.merged()


async def test_small_merges_stay_and_large_ones_go_elsewhere(workers: MergeWorkers) -> None:
    sizes = (INLINE_LIMIT // 2, LARGE, COLD_LIMIT // 2)
    small, large, middle = [
        (await workers.merge(like(Probe, both_add(size)))).note for size in sizes
    ]
    assert small == f"{os.getpid()} False", "in a thread"
    assert large.endswith("True")
    assert large.split()[0] != str(os.getpid())
    assert middle == large, "a worker was there by then"


async def test_the_first_merge_does_not_wait_for_a_worker_to_start(
    workers: MergeWorkers, nursery: trio.Nursery
) -> None:
    nursery.start_soon(workers.serve)
    file = like(Probe, both_add(COLD_LIMIT // 2))
    assert (await workers.merge(file)).note == f"{os.getpid()} False"
    with trio.fail_after(30):
        while (await workers.merge(file)).note == f"{os.getpid()} False":
            await trio.lowlevel.checkpoint()
    nursery.cancel_scope.cancel()


async def test_a_merge_over_its_budget_is_done_by_lines() -> None:
    file = like(Slow, both_add(LARGE))
    async with open_workers(Path.cwd(), budget=0.5) as workers:
        merged = await workers.merge(file)
    assert merged.note == "merging its syntax took more than 0.5 s: merged by lines"
    assert merged == file.by_lines(merged.note)
    assert len(merged.clashes) == 1


async def test_a_small_merge_has_a_budget_too() -> None:
    stuck = threading.Event()

    class Stuck(FileMerge):
        def merged(self) -> MergeResult:
            stuck.wait()
            return DONE

    file = like(Stuck, both_add(1000))
    async with open_workers(Path.cwd(), budget=0.2) as workers:
        merged = await workers.merge(file)
    stuck.set()
    assert merged.note == "merging its syntax took more than 0.2 s: merged by lines"


@pytest.mark.parametrize(
    ("kind", "why"), [(Deadly, "killed its process"), (Faulty, "failed")], ids=["dies", "fails"]
)
async def test_a_merge_that_cannot_be_done_is_done_by_lines(
    workers: MergeWorkers, kind: type[FileMerge], why: str
) -> None:
    file = like(kind, both_add(LARGE))
    merged = await workers.merge(file)
    assert merged == file.by_lines(f"merging its syntax {why}: merged by lines")
    # Workers go on.
    assert (await workers.merge(both_add(LARGE))).note == ""


async def test_a_fault_in_a_small_merge_is_no_more_harm(workers: MergeWorkers) -> None:
    merged = await workers.merge(like(Faulty, both_add(1000)))
    assert merged.note == "merging its syntax failed: merged by lines"


async def test_what_has_no_lines_in_time_either_is_one_conflict(workers: MergeWorkers) -> None:
    file = like(DeadlyInLines, both_add(LARGE))
    merged = await workers.merge(file)
    assert merged == file.undecided(merged.note)
    assert merged.note == (
        "merging its syntax killed its process, and merging its lines killed its process"
    )


async def test_waiting_for_a_free_worker_takes_nothing_from_the_budget(
    monkeypatch: pytest.MonkeyPatch, autojump_clock: trio.testing.MockClock
) -> None:
    """Each merge takes most of its budget, and all but one wait for others."""

    class Busy:
        """A worker context in which each merge takes three seconds."""

        async def run_sync(self, *_: object, **__: object) -> MergeResult:
            await trio.sleep(3)
            return DONE

    monkeypatch.setattr(module.os, "cpu_count", lambda: 1)
    merges = MergeWorkers(Busy(), Path.cwd(), budget=5)  # type: ignore[arg-type]
    notes: list[str] = []

    async def merge() -> None:
        notes.append((await merges.merge(both_add(LARGE))).note)

    async with trio.open_nursery() as nursery:
        for _ in range(4):
            nursery.start_soon(merge)
    assert notes == ["done"] * 4


async def test_a_worker_context_that_is_broken_is_survived() -> None:
    class Broken:
        async def run_sync(self, *_: object, **__: object) -> object:
            raise trio_parallel.BrokenWorkerError

    file = both_add(LARGE)
    merged = await MergeWorkers(Broken(), Path.cwd(), budget=math.inf).merge(file)  # type: ignore[arg-type]
    assert merged.note.startswith("merging its syntax killed its process")


# --- merge drivers


def driven(command: str) -> FileMerge:
    policy = MergePolicy(Way.DRIVER, "mine", command, 9)
    return FileMerge(RepoPath(b"it's.txt"), b"base\n", b"ours\n", b"theirs\n", policy)


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("cat %B >> %A", b"ours\ntheirs\n"),
        ("cat %O > %A; echo %L %P 5%% >> %A", b"base\n9 it's.txt 5%\n"),
        ("cat here > %A", b"in the user's folder\n"),
        (": > %A", b""),
    ],
)
async def test_a_driver_decides(tmp_path: Path, command: str, text: bytes) -> None:
    (tmp_path / "here").write_text("in the user's folder\n")
    async with open_workers(tmp_path) as workers:
        merged = await workers.merge(driven(command))
    assert (merged.clean, merged.text_with("left"), merged.note) == (True, text, "")


@pytest.mark.parametrize(
    ("command", "note"),
    [
        ("echo '<<<<<<<' > %A; exit 1", ""),
        ("kill -9 $$", "its merge driver mine failed: status -9"),
        ("exit 129", "its merge driver mine failed: status 129"),
    ],
)
async def test_what_a_driver_does_not_merge_is_one_conflict(
    workers: MergeWorkers, command: str, note: str
) -> None:
    file = driven(command)
    assert await workers.merge(file) == file.undecided(note)


async def test_a_driver_that_takes_too_long_is_killed_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DRIVER_BUDGET", 0.5)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # Who reads the pipe sees its end only when every process that could write to it is gone.
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    file = driven(f"(sleep 1000; true) > {pipe} & wait")
    async with open_workers(tmp_path) as workers:
        merged = await workers.merge(file)
    assert merged == file.undecided("its merge driver mine took more than 0.5 s")
    os.set_blocking(reader, True)
    with trio.fail_after(10):
        assert await trio.to_thread.run_sync(os.read, reader, 1) == b""
    os.close(reader)
