"""A save as a short notice to all: who saves the same symbol soon after is told, or refused.

There is no lease for it: the log says who saved what a moment ago, so it outlives whatever
dies.  A notice ends `LASTS_NS` after the save.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from agentfs.eventlog.log import Appender
from agentfs.eventlog.tables import Tables
from agentfs.locks.telling import notice
from agentfs.model.events import Noticed, Saved
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.locks import Lease, LockMode, Token
from agentfs.model.scopes import of_symbol
from agentfs.wire.messages import Save, SavedPath

LASTS_NS: Final = 30 * 1_000_000_000
MOST_LOOKED_AT: Final = 16
"""Events of a path: what many change at once costs each of them no more than this."""
_NO_TOKEN: Final = Token(0)
_NS: Final = 1_000_000_000


def notices_of(log: Appender, save: Save) -> tuple[Noticed, ...]:
    """What to tell the writer of `save`, which is not recorded yet."""
    now = log.now()
    return tuple(
        Noticed(
            agent=save.agent,
            path=path.path,
            symbols=symbols,
            other=earlier.agent,
            sentence=notice(earlier.agent, symbols, (now - earlier.time_ns) // _NS),
        )
        for path in save.paths
        for earlier, symbols in _lately(log, save.agent, path, now)
    )


def as_if_locked(log: Appender, save: Save) -> list[Lease]:
    """The leases that others would have if a save took them."""
    now = log.now()
    return [
        Lease(
            token=_NO_TOKEN,
            agent=earlier.agent,
            scope=of_symbol(path.path, symbol),
            mode=LockMode.SHARED,
            granted_ns=earlier.time_ns,
            expires_ns=earlier.time_ns + LASTS_NS,
            ttl_ns=LASTS_NS,
            why="saved a moment ago",
        )
        for path in save.paths
        for earlier, symbols in _lately(log, save.agent, path, now)
        for symbol in symbols
    ]


def _lately(
    tables: Tables, agent: AgentName, path: SavedPath, now: int
) -> Iterator[tuple[Saved, tuple[str, ...]]]:
    """The newest save of each other agent that changed the same symbols, and which."""
    mine = {change.symbol for change in path.symbols}
    told: set[AgentName] = set()
    for event in _saves(tables, path.path, now) if mine else ():
        same = tuple(each.symbol for each in event.symbols if each.symbol in mine)
        if event.agent != agent and same and event.agent not in told:
            told.add(event.agent)
            yield event, same


def _saves(tables: Tables, path: RepoPath, now: int) -> Iterator[Saved]:
    for event in islice(tables.events_newest_first(path=path), MOST_LOOKED_AT):
        if event.time_ns <= now - LASTS_NS:
            return
        if isinstance(event, Saved):
            yield event
