"""Mounting: from the request to the end of a listing of the root, small and large."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName
from agentfs.wire.client import Client
from agentfs.wire.messages import Mount, MountedAt, Unmount
from tools.bench import aside, repositories
from tools.bench.figures import Figure
from tools.rig.percentiles import Times
from tools.rig.stage import Stage

SAMPLES: Final = 25
SECONDS: Final = 120.0


def measure(folder: Path) -> Iterator[Figure]:
    small = _mounting(folder, repositories.SMALL)
    large = _mounting(folder, repositories.LARGE)
    for files, times in ((repositories.SMALL, small), (repositories.LARGE, large)):
        name = f"request to end of ls, {files:,} files"
        yield Figure("mount", f"{name}, p50", times.percentile(50), "ms", 100)
        yield Figure("mount", f"{name}, p99", times.percentile(99), "ms")
    ratio = large.percentile(50) / small.percentile(50)
    yield Figure("mount", "large to small, p50", ratio, "x", 1.5)


def _mounting(folder: Path, files: int) -> Times:
    with Stage(repositories.generate(folder, files)) as stage:
        socket, place = stage.socket, stage.repository.with_name(f"views-{files}")
        place.mkdir()
        arguments = (str(socket), str(place), SAMPLES)
        return Times.of(aside.call(mount_and_list, *arguments, seconds=SECONDS))


def mount_and_list(socket: str, place: str, samples: int) -> list[float]:
    """Milliseconds of each of so many mounts.  Runs aside."""
    found = []
    with Client.at(Path(socket)) as client:
        # The first one after the start also makes the zygote.
        for number in range(samples + 1):
            path = Path(place) / f"bench-{number}"
            found.append(_mount(client, f"bench-{number}", path))
            client.call(Unmount(agent=AgentName(f"bench-{number}"), force=False))
    return found[1:]


def _mount(client: Client, agent: str, path: Path) -> float:
    request = Mount(agent=AgentName(agent), path=str(path), mode=ViewMode.LIVE, pin=None)
    began = time.perf_counter()
    answer = client.call(request)
    with os.scandir(path) as entries:
        names = [entry.name for entry in entries]
    ended = time.perf_counter()
    assert isinstance(answer, MountedAt)
    assert names, path
    return 1000 * (ended - began)
