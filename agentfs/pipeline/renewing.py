"""Keeps the locks of a view's agent while it has files open that they cover.

Runs in the view process.  A lock is renewed once a third of its time is gone, if at that
moment a handle is open in its scope; else it is looked at again until it ends.
"""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Iterable
from typing import Final, NoReturn

import trio

from agentfs.eventlog.tables import Tables
from agentfs.locks.meeting import meet
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, RepoPath, Seq
from agentfs.model.locks import Lease
from agentfs.model.scopes import of_file
from agentfs.wire.messages import Answer, Body, Renew

SHORTEST_PAUSE: Final = 0.05
_NS: Final = 1_000_000_000


class Renewing:
    """`call` asks the coordinator, `open_paths` gives the tracked files that are open, `now`
    the time in nanoseconds since 1970.  Use: `look` after each follow, `serve` as a task."""

    def __init__(
        self,
        agent: AgentName,
        call: Callable[[Body], Awaitable[Answer]],
        open_paths: Callable[[], Iterable[RepoPath]],
        now: Callable[[], int],
    ) -> None:
        self._agent = agent
        self._call = call
        self._open_paths = open_paths
        self._now = now
        self._seq = Seq(-1)
        self._leases: list[Lease] = []
        self._news = trio.Event()

    def look(self, tables: Tables) -> None:
        """Take in what has changed."""
        seq = tables.locks_seq()
        if seq != self._seq:
            self._seq = seq
            mine = tables.leases_of(self._agent)
            if mine != self._leases:
                self._leases = mine
                self._news.set()

    async def serve(self) -> NoReturn:
        """Until cancelled."""
        while True:
            self._news = trio.Event()
            with trio.move_on_after(self._pause()):
                await self._news.wait()
                continue
            await self._renew()

    def _pause(self) -> float:
        now = self._now()
        live = [lease for lease in self._leases if lease.expires_ns > now]
        due = min((_due_ns(lease, now) for lease in live), default=None)
        return math.inf if due is None else max((due - now) / _NS, SHORTEST_PAUSE)

    async def _renew(self) -> None:
        now, opened = self._now(), [of_file(path) for path in self._open_paths()]
        tokens = tuple(
            lease.token
            for lease in self._leases
            if now >= _late_ns(lease)
            and lease.expires_ns > now
            and any(meet(lease.scope, file) for file in opened)
        )
        if tokens:
            try:
                await self._call(Renew(agent=self._agent, tokens=tokens))
            except AgentfsError:
                # On a full disk it is tried again; a lock that is lost meanwhile is lost.
                return


def _late_ns(lease: Lease) -> int:
    """When a third of its time is gone."""
    return lease.expires_ns - lease.ttl_ns * 2 // 3


def _due_ns(lease: Lease, now: int) -> int:
    late = _late_ns(lease)
    return late if late > now else now + lease.ttl_ns // 10
