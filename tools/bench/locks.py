"""Locks: the table with 1,000 agents and 100,000 live leases, and the coordinator's desk."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from agentfs.locks.table import LockTable, Wanted
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.scopes import Scope, of_file, of_module, of_symbol
from tools.bench import repositories
from tools.bench.figures import Figure
from tools.rig.percentiles import Times
from tools.rig.programs import CHECKOUT
from tools.rig.stage import Stage

AGENTS: Final = 1000
LEASES: Final = 100_000
PER_FILE: Final = 10
ROUNDS: Final = 3000
CLIENTS: Final = 50
PAIRS: Final = 5000
"""Locks taken and given back a second, through the socket."""
SECONDS: Final = "4"
_TTL: Final = 1 << 60
_SEED: Final = 5


def measure(folder: Path) -> Iterator[Figure]:
    yield from _table()
    with Stage(repositories.generate(folder, 10)) as stage:
        pairs = _pairs_a_second(stage.socket)
    name = f"lock and unlock, {CLIENTS} clients: {pairs:.0f} a second, each"
    yield Figure("locks", name, 1e6 / pairs, "µs", 1e6 / PAIRS)


def _pairs_a_second(path: Path) -> float:
    half = CLIENTS // 2
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tools.bench.lockclients", path, str(first), str(half), SECONDS],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
        )
        for first in (0, half)
    ]
    return sum(int(program.communicate()[0]) for program in programs) / float(SECONDS)


def _table() -> Iterator[Figure]:
    table, random_ = full_table(), random.Random(_SEED)
    free = (_symbol(random_.randrange(LEASES), "free") for _ in itertools.count())
    held = (_symbol(random_.randrange(LEASES)) for _ in itertools.count())
    agent = AgentName("newcomer")

    def grant() -> None:
        assert table.request(Wanted(agent, (next(free),), ttl_ns=_TTL), 0).granted

    def refuse() -> None:
        assert not table.request(Wanted(agent, (next(held),), ttl_ns=_TTL), 0).granted

    def refuse_module() -> None:
        folder = RepoPath(b"src/m%d" % random_.randrange(100))
        assert not table.request(Wanted(agent, (of_module(folder),), ttl_ns=_TTL), 0).granted

    def pass_save() -> None:
        touched = [_symbol(random_.randrange(LEASES), "beside") for _ in range(20)]
        assert not table.check(agent, touched, [], 0)

    def stop_save() -> None:
        touched = [*(next(free) for _ in range(19)), next(held)]
        assert table.check(agent, touched, [of_file(touched[0].path)], 0)

    for name, once, most in (
        ("grant a symbol", grant, 100.0),
        ("refuse a symbol", refuse, 100.0),
        ("refuse a folder", refuse_module, 100.0),
        ("check a save of 20 symbols", pass_save, 1000.0),
        ("check a save that is refused", stop_save, 1000.0),
    ):
        times = Times.of(_time(once) for _ in range(ROUNDS))
        yield Figure("locks", f"{name}, median", times.percentile(50) * 1000, "µs", most)
        yield Figure("locks", f"{name}, 99 of 100", times.percentile(99) * 1000, "µs")
    yield Figure("locks", "hand on to who waits, median", _hand_on(table), "µs", 100)


def full_table() -> LockTable:
    """Each agent holds a hundred symbols of files all over the tree, ten agents to a file."""
    table = LockTable()
    for number in range(LEASES):
        agent = AgentName(f"agent{number % AGENTS}")
        table.request(Wanted(agent, (_symbol(number),), ttl_ns=_TTL), 0)
    table.take()
    return table


def _symbol(number: int, name: str = "held") -> Scope:
    file = number // PER_FILE
    path = RepoPath(b"src/m%d/p%d/f%d.py" % (file % 100, file // 100 % 10, file))
    return of_symbol(path, f"Class{number % PER_FILE}.{name}{number}")


def _hand_on(table: LockTable) -> float:
    """An agent gives back what another waits for; both do it again the other way round."""
    one, other, scope = AgentName("one"), AgentName("other"), of_file(RepoPath(b"one/file.py"))
    table.request(Wanted(one, (scope,), ttl_ns=_TTL), 0)
    times = []
    for _ in range(ROUNDS):
        table.request(Wanted(other, (scope,), ttl_ns=_TTL, wait_until_ns=_TTL), 0)
        times.append(_time(partial(table.release, one, [scope], 0)))
        one, other = other, one
        table.take()
    return Times.of(times).percentile(50) * 1000


def _time(once: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter_ns()
    once()
    return (time.perf_counter_ns() - begun) / 1e6
