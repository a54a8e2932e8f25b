"""Two hundred views of one repository at once: mounted, listed, each saves, unmounted."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName
from agentfs.wire.client import Client
from agentfs.wire.messages import Mount
from tools.bench import aside
from tools.bench.figures import Figure
from tools.bench.memory import memory_of
from tools.rig.git import Git
from tools.rig.percentiles import Times
from tools.rig.stage import Stage, daemons_of
from tools.swarm import corpus

VIEWS: Final = 200
SECONDS: Final = 120.0
_POLL_SECONDS: Final = 0.1


class NotAllThere(Exception):
    """Saves of some views did not reach the trunk."""


def measure(folder: Path) -> Iterator[Figure]:
    with Stage(corpus.make(folder)) as stage:
        place = folder / "views"
        place.mkdir()
        mounts = _all_at_once(mount_all, str(stage.socket), str(place))
        yield from _figures("mount", mounts)
        pids = daemons_of(stage.git_dir)
        total = sum(memory_of(pid)["Pss"] for pid in pids)
        yield Figure("views", f"memory of all {len(pids)} processes (PSS)", total, "MiB")
        yield from _figures("ls of the root", _all_at_once(list_all, str(place)))
        began = time.monotonic()
        yield from _figures("save of a new file", _all_at_once(save_all, str(place)))
        _await_published(stage)
        took = time.monotonic() - began
        yield Figure("views", f"{VIEWS} views, first save to all in the trunk", took, "s")
        began = time.monotonic()
        stage.agentfs("unmount", "--all", seconds=SECONDS)
        yield Figure("views", f"unmount of {VIEWS}, in all", time.monotonic() - began, "s")


def _figures(what: str, milliseconds: list[float]) -> Iterator[Figure]:
    """The last of `milliseconds` is the time for all."""
    *each, whole = milliseconds
    yield Figure("views", f"{what}, {VIEWS} at once, p50", Times.of(each).percentile(50), "ms")
    yield Figure("views", f"{what}, {VIEWS} at once, in all", whole / 1000, "s")


def _all_at_once(function: Callable[..., list[float]], *arguments: str) -> list[float]:
    found: list[float] = aside.call(function, *arguments, VIEWS, seconds=SECONDS)
    return found


def _await_published(stage: Stage) -> None:
    """Raises NotAllThere."""
    deadline = time.monotonic() + SECONDS
    while stage.agentfs.json("status")["unpublished"]:
        if time.monotonic() > deadline:
            raise NotAllThere(f"saves are not published after {SECONDS:.0f} s")
        time.sleep(_POLL_SECONDS)
    names = Git(stage.repository).text("ls-tree", "--name-only", "trunk").split("\n")
    missing = [name for name in map(_file, range(VIEWS)) if name not in names]
    if missing:
        raise NotAllThere(f"not in the trunk: {', '.join(missing)}")


def mount_all(socket: str, place: str, views: int) -> list[float]:
    """Runs aside."""

    def mount(number: int) -> None:
        path = str(Path(place) / _agent(number))
        request = Mount(agent=_agent(number), path=path, mode=ViewMode.LIVE, pin=None)
        with Client.at(Path(socket)) as client:
            client.call(request)

    return _timed(mount, views)


def list_all(place: str, views: int) -> list[float]:
    """Runs aside."""

    def names(number: int) -> None:
        assert os.listdir(Path(place) / _agent(number))

    return _timed(names, views)


def save_all(place: str, views: int) -> list[float]:
    """Runs aside."""

    def save(number: int) -> None:
        path = Path(place) / _agent(number) / _file(number)
        path.write_text(f"def saved_by_{number}():\n    return {number}\n", encoding="utf-8")

    return _timed(save, views)


def _timed(do: Callable[[int], None], views: int) -> list[float]:
    """Milliseconds of each, and of all, in a thread each."""

    def one(number: int) -> float:
        began = time.perf_counter()
        do(number)
        return 1000 * (time.perf_counter() - began)

    began = time.perf_counter()
    with ThreadPoolExecutor(views) as pool:
        each = list(pool.map(one, range(views)))
    return [*each, 1000 * (time.perf_counter() - began)]


def _agent(number: int) -> AgentName:
    return AgentName(f"bench-{number}")


def _file(number: int) -> str:
    return f"saved_by_{number}.py"
