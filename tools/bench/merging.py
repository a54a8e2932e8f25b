"""Merging: how long the engine takes by length and kind of a file, and a whole process takes."""

from __future__ import annotations

import gc
import math
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from agentfs.merge.lines import merge_lines
from agentfs.merge.merge3 import merge3
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of
from tools.bench.figures import Figure
from tools.bench.program_texts import Texts, texts_of
from tools.rig import programs

RUNS: Final = 7
START_RUNS: Final = 15
GROWTH: Final = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
GROWN_FROM: Final = 5_000
"""Growth is judged from here on; below it what a merge costs whatever its length still shows."""
GROWTH_TOLERANCE: Final = 1.25
"""Caches get smaller against what they hold, and a machine is never quiet."""
LONG_ENOUGH: Final = 1.0
"""Seconds; what takes longer is measured three times instead of `RUNS`."""
_PYTHON: Final = language_of(RepoPath(b"a.py"), b"")


def measure(folder: Path) -> Iterator[Figure]:
    yield from _targets()
    yield from _growth()
    yield from _starts(folder)


def _targets() -> Iterator[Figure]:
    for lines, conflicts, most in ((1_000, False, 15), (1_000, True, 60), (5_000, True, 400)):
        texts = texts_of(lines, conflicts=conflicts)
        assert merge_lines(texts.base, texts.left, texts.right).clean is not conflicts
        kind = "lines conflict" if conflicts else "lines merge cleanly"
        yield Figure("merge", f"{lines:,} lines, {kind}", _merging(texts), "ms", most)


def _growth() -> Iterator[Figure]:
    """Per n·log₂ n about the same for all lengths.  In processor time, which other programs
    on the machine do not lengthen."""
    costs = {}
    for lines in GROWTH:
        taken = _merging(texts_of(lines, conflicts=True), time.process_time)
        costs[lines] = taken * 1000 / (lines * math.log2(lines))
        yield Figure("merge", f"{lines:,} lines, with conflicts", taken, "ms")
        yield Figure("merge", f"{lines:,} lines, by n·log n", costs[lines], "µs")
    growth = max(cost for lines, cost in costs.items() if lines > GROWN_FROM) / costs[GROWN_FROM]
    name = f"{GROWN_FROM:,} to {GROWTH[-1]:,} lines, against n·log n"
    yield Figure("merge", name, growth, "times", GROWTH_TOLERANCE)


def _merging(texts: Texts, clock: Callable[[], float] = time.perf_counter) -> float:
    return _median(lambda: merge3(texts.base, texts.left, texts.right, _PYTHON), RUNS, clock)


def _starts(folder: Path) -> Iterator[Figure]:
    texts = {"left": b"one = 1\ntwo = 2\n", "base": b"one = 1\n", "right": b"zero = 0\none = 1\n"}
    for name, text in texts.items():
        (folder / f"{name}.py").write_bytes(text)
    files = ("left.py", "base.py", "right.py")
    ours = (sys.executable, "-m", "agentfs.cli.main", "merge-file", "-p", *files)
    yield _start(folder, "agentfs merge-file", ours, most=200)
    yield _start(folder, "git merge-file", ("git", "merge-file", "-p", *files))
    if shutil.which("mergiraf"):
        program = ("mergiraf", "merge", "base.py", "left.py", "right.py")
        yield _start(folder, "mergiraf merge", program)


def _start(folder: Path, name: str, program: Sequence[str], most: float | None = None) -> Figure:
    taken = _median(lambda: programs.run(program, seconds=30, folder=folder), START_RUNS)
    return Figure("merge", f"{name}, a tiny file", taken, "ms", most)


def _median(
    work: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter
) -> float:
    """In milliseconds.  The first run, which loads what it needs, is not counted."""
    work()
    gc.collect()
    taken: list[float] = []
    while len(taken) < (3 if taken and taken[0] > LONG_ENOUGH * 1000 else runs):
        started = clock()
        work()
        taken.append((clock() - started) * 1000)
    return statistics.median(taken)
