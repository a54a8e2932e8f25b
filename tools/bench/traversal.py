"""Whole-tree tools over a view, against the same on a native checkout: ratios.

Cold is the first run in a view that was just mounted; the native files are in the page cache
then, since they were just checked out.  Warm is the median of the next runs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.bench.figures import Figure
from tools.rig import programs
from tools.rig.git import Git
from tools.rig.percentiles import Times
from tools.rig.stage import Stage
from tools.swarm import corpus

WARM_RUNS: Final = 5
SECONDS: Final = 60.0


@dataclass(frozen=True)
class Tool:
    name: str
    program: Sequence[str]


_TOOLS: Final = (
    Tool("find -type f", ("find", ".", "-type", "f")),
    Tool("grep -r", ("grep", "-r", "--exclude-dir=.git", "-l", "import os", ".")),
    Tool("git status", ("git", "status", "--porcelain")),
)


def measure(folder: Path) -> Iterator[Figure]:
    repository = corpus.make(folder)
    git = Git(repository)
    native = folder / "native"
    git("worktree", "add", "--quiet", "--detach", str(native))
    with Stage(repository) as stage:
        for number, tool in enumerate(_TOOLS):
            # A view of its own each, so that none is warm from another's run.
            view = Path(stage.mount(f"bench-{number}").path)
            yield from _compare(tool, view, native)


def _compare(tool: Tool, view: Path, native: Path) -> Iterator[Figure]:
    in_view, beside = _runs(tool, view), _runs(tool, native)
    for when, of_view, of_native in zip(("cold", "warm"), in_view, beside, strict=True):
        yield Figure("tools", f"{tool.name}, {when}, view", of_view, "ms")
        yield Figure("tools", f"{tool.name}, {when}, native", of_native, "ms")
        yield Figure("tools", f"{tool.name}, {when}, view to native", of_view / of_native, "x")


def _runs(tool: Tool, tree: Path) -> tuple[float, float]:
    """Milliseconds, cold and warm."""

    def once() -> float:
        began = time.perf_counter()
        programs.run(tool.program, seconds=SECONDS, folder=tree)
        return 1000 * (time.perf_counter() - began)

    cold = once()
    return cold, Times.of(once() for _ in range(WARM_RUNS)).percentile(50)
