"""What an idle view costs: its process's share of memory (PSS), with many of them mounted."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.bench import aside
from tools.bench.figures import Figure
from tools.rig.percentiles import Times
from tools.rig.stage import Stage, daemons_of
from tools.swarm import corpus

VIEWS: Final = 20
IDLE_SECONDS: Final = 2.0
SECONDS: Final = 60.0


def measure(folder: Path) -> Iterator[Figure]:
    with Stage(corpus.make(folder)) as stage:
        for number in range(VIEWS):
            stage.mount(f"bench-{number}")
        aside.call(list_all, [view.path for view in stage.views], seconds=SECONDS)
        time.sleep(IDLE_SECONDS)
        views = {view.pid for view in stage.views}
        rest = set(daemons_of(stage.git_dir)) - views
        yield from _figures(views, rest)


def _figures(views: set[int], rest: set[int]) -> Iterator[Figure]:
    shares = Times.of(memory_of(pid)["Pss"] for pid in views)
    own = Times.of(memory_of(pid)["Private_Dirty"] for pid in views)
    name = f"idle view, {len(views)} mounted"
    yield Figure("memory", f"{name}, PSS, p50", shares.percentile(50), "MiB", 8)
    yield Figure("memory", f"{name}, PSS, most", shares.percentile(100), "MiB")
    yield Figure("memory", f"{name}, dirty pages of its own, p50", own.percentile(50), "MiB")
    total = sum(memory_of(pid)["Pss"] for pid in rest)
    yield Figure("memory", "coordinator and zygote, PSS", total, "MiB")


def memory_of(pid: int) -> dict[str, float]:
    """Sums over all of a process's memory, in MiB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return {name: int(size) / 1024 for name, size in re.findall(r"(\w+): +(\d+) kB", text)}


def list_all(views: list[str]) -> int:
    """Runs aside."""
    return sum(len(os.listdir(view)) for view in views)
