"""The early look at locks, in the view process: before a writer begins, and beside `admit`.

Sees the log's tables, so it asks nobody and waits for nothing.  It may be a moment late: the
check that counts is `record`'s.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Final

from agentfs.eventlog.tables import Tables
from agentfs.locks.touched import Touched
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.scopes import Scope
from agentfs.pipeline.lookout import closed, free_beside, leases_about, violations
from agentfs.pipeline.touching import symbols_of, touched_by
from agentfs.wire.messages import SavedPath

MOST_BESIDE: Final = 5


class SaveRefused(AgentfsError):
    """Another agent's: it holds what was to be changed.  With `held` the content is a save of
    the view all the same, and waits for the lock."""

    code = "refused"

    def __init__(self, sentence: str, *, held: bool = False) -> None:
        super().__init__(sentence)
        self.held = held


class EarlyLook:
    """`snapshot` opens the log, `now` gives nanoseconds since 1970."""

    def __init__(
        self,
        agent: AgentName,
        snapshot: Callable[[], AbstractContextManager[Tables]],
        now: Callable[[], int],
    ) -> None:
        self._agent = agent
        self._snapshot = snapshot
        self._now = now

    def is_closed(self, path: RepoPath) -> bool:
        """Whether another holds the whole file, or a module that it is in."""
        with self._snapshot() as tables:
            return bool(closed(tables, self._agent, path, self._now()))

    def is_locked(self, path: RepoPath) -> bool:
        """Whether another holds anything of the file."""
        with self._snapshot() as tables:
            others = (each for each in leases_about(tables, path) if each.agent != self._agent)
            return any(lease.expires_ns > self._now() for lease in others)

    def beside(
        self, paths: Sequence[SavedPath], text: Callable[[SavedPath], bytes | None]
    ) -> tuple[Scope, ...]:
        """What `agent` could change instead, nearest first, if these would be refused."""
        touched = sum((touched_by(path) for path in paths), Touched())
        with self._snapshot() as tables:
            broken = violations(tables, self._agent, touched, self._now())
            if not broken:
                return ()
            path = next((p for p in paths if p.path == broken[0].scope.path), paths[0])
            content = text(path)
            if content is None:
                return ()
            names = list(_nearest(symbols_of(path.path, content), broken[0].scope.symbol))
            free = free_beside(tables, self._agent, path.path, names, self._now())
            return tuple(itertools.islice(free, MOST_BESIDE))


def _nearest(symbols: Sequence[str], to: str) -> Iterator[str]:
    """By how far they stand from `to` in the text."""
    at = symbols.index(to) if to in symbols else 0
    numbered = sorted(enumerate(symbols), key=lambda each: abs(each[0] - at))
    return (symbol for _, symbol in numbered if symbol != to)
