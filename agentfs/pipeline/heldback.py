"""Who has saves that wait for a lock, and which locks: so that they are looked at when one ends.

Kept beside the log, and made from it at the start.  May name too many, never too few.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agentfs.eventlog.log import EventLog
from agentfs.locks.meeting import meet
from agentfs.model.events import HoldReason
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.scopes import Scope, of_file


class HeldBack:
    """`wake(agent)` has to bring about that the agent's saves are published if they can be."""

    def __init__(self, log: EventLog, wake: Callable[[AgentName], None]) -> None:
        self._log = log
        self._wake = wake
        self._paths: dict[AgentName, set[RepoPath]] = {}

    def begin(self) -> None:
        """At the start.  Locks may have ended while nobody looked."""
        with self._log.snapshot() as tables:
            agents = {row.agent for row in tables.pending_all() if row.held is HoldReason.LOCK}
        for agent in sorted(agents):
            self.note(agent)
            self._wake(agent)

    def note(self, agent: AgentName) -> None:
        """The agent has just made a save that may be held for a lock."""
        with self._log.snapshot() as tables:
            rows = tables.pending_of(agent)
        self._paths[agent] = {row.path for row in rows if row.held is HoldReason.LOCK}

    def freed(self, scopes: Sequence[Scope]) -> None:
        """Nobody holds these any more."""
        if not self._paths:
            return
        for agent, paths in list(self._paths.items()):
            if any(meet(scope, of_file(path)) for path in paths for scope in scopes):
                self.note(agent)
                self._wake(agent)
            if not self._paths[agent]:
                del self._paths[agent]
