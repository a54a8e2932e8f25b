"""kill -9 of coordinator, zygote and views at random moments while agents edit.

The moments follow a seed, which is printed; AGENTFS_SEED chooses another.
"""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agentfs.daemon.keeper import BACK_OFF, DEATHS, DEATHS_WITHIN
from tests.crash import victims
from tests.crash.conftest import Faults
from tests.crash.victims import SECONDS, Victim, wait_until_back
from tests.support.site import LIMIT, Site

AGENTS = ("ann", "ben", "cat", "dan", "eve")
KILLS = 36
SPARED = DEATHS - 1, DEATHS_WITHIN + 1.0
"""The coordinator pauses before it mounts a view that died `DEATHS` times in that time."""
Entry = dict[str, str]


class Killer:
    """Chooses whom to kill and when."""

    def __init__(self, site: Site, seed: int) -> None:
        self._site = site
        self._random = random.Random(seed)
        self._deaths: dict[str, deque[float]] = {
            agent: deque([-SPARED[1]] * SPARED[0], SPARED[0]) for agent in AGENTS
        }
        self.hits: Counter[str] = Counter()

    def pause(self) -> float:
        """Seconds: often while the last kill is still being mended."""
        return self._random.choice([0.05, 0.2, 0.5, 1.0]) * self._random.uniform(0.5, 1.5)

    def strike(self) -> None:
        if not self._anyone_alive():
            # Nobody is left to start anything, until the next command.
            self._site.agentfs("up")
        victim = self._choose()
        if victim is not None and victims.kill(victim):
            self.hits[victim.name] += 1
            if victim.name in self._deaths:
                self._deaths[victim.name].append(time.monotonic())

    def _anyone_alive(self) -> bool:
        views = (victims.view(self._site, agent) for agent in AGENTS)
        return victims.coordinator(self._site) is not None or any(views)

    def _choose(self) -> Victim | None:
        kind = self._random.choices(["view", "coordinator", "zygote"], [6, 3, 1])[0]
        if kind == "coordinator":
            return victims.coordinator(self._site)
        if kind == "zygote":
            return victims.zygote(self._site)
        agent = self._random.choice(AGENTS)
        if time.monotonic() - self._deaths[agent][0] < SPARED[1]:
            return None
        return victims.view(self._site, agent)


def test_nothing_that_was_saved_is_lost(ready: Site, faults: Faults) -> None:
    seed = int(os.environ.get("AGENTFS_SEED", "20260"))
    views = {agent: ready.mount(agent) for agent in AGENTS}
    killer = Killer(ready, seed)
    with writing(ready, views, seed) as writers:
        while killer.hits.total() < KILLS:
            ended, _, _ = select.select([w.stderr for w in writers], [], [], killer.pause())
            assert not ended, [stream.read().decode() for stream in ended]
            killer.strike()
        # All may be dead by now, so that nobody is left to start anything.
        ready.agentfs("up")
    for view in views.values():
        wait_until_back(view, BACK_OFF + SECONDS)
    for left in [left for view in views.values() for left in view.glob("src/sed??????")]:
        # An unfinished write is shown, and not saved; sed takes a new name each time.
        left.unlink()
    ready.settle()
    done = [entry for agent in AGENTS for entry in ledger(ready, agent)]
    conflicts = ready.json("conflicts")
    figures = f"{dict(killer.hits)} killed, {len(done)} edits, {len(conflicts)} conflicts"
    sys.stdout.write(f"seed {seed}: {figures}\n")
    assert len(done) > 10 * len(AGENTS)
    assert missing(ready, done, conflicts) == []
    assert lost_private(ready, views) == []


@contextmanager
def writing(
    site: Site, views: dict[str, Path], seed: int
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """The agents at work; at the end of the block each finishes what it has begun."""
    writers = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.crash.writer"),
                *(view, agent, str(number), str(len(views)), str(seed)),
                site.folder / f"{agent}.ledger",
            ],
            env=site.environment,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number, (agent, view) in enumerate(views.items())
    ]
    try:
        yield writers
        for writer in writers:
            _, problems = writer.communicate(timeout=LIMIT)
            assert not problems, problems.decode()
    finally:
        for writer in writers:
            writer.kill()
            writer.wait(LIMIT)
            for stream in (writer.stdin, writer.stderr):
                assert stream is not None
                stream.close()


def ledger(site: Site, agent: str) -> list[Entry]:
    lines = (site.folder / f"{agent}.ledger").read_text().splitlines()
    return [json.loads(line) for line in lines]


def missing(site: Site, done: list[Entry], conflicts: list[Entry]) -> list[Entry]:
    """Edits that are neither in the trunk nor in a conflict."""
    gone = {entry["gone"] for entry in done if "gone" in entry}
    texts = {path: (site.trunk(path) or b"").decode() for path in set(site.trunk_files())}
    for conflict in conflicts:
        texts[conflict["path"]] = texts.get(conflict["path"], "") + (conflict["mine"] or "")
    words = {path: set(text.split()) for path, text in texts.items()}
    return [entry for entry in done if not is_there(entry, words, gone)]


def is_there(entry: Entry, words: dict[str, set[str]], gone: set[str]) -> bool:
    if "gone" in entry:
        return entry["gone"] not in words
    return "private" in entry or entry["has"] in gone or entry["text"] in words[entry["has"]]


def lost_private(site: Site, views: dict[str, Path]) -> list[Entry]:
    return [
        entry
        for agent, view in views.items()
        for entry in ledger(site, agent)
        if "private" in entry and (view / entry["private"]).read_text() != entry["text"]
    ]
