"""The coordinator's desk for locks: requests in, answers out, time kept.

All that ask while one commit is being synced share the next: one item of the log does all of
them.  A request that waits is answered by whichever later item grants it or ends its
waiting; if its asker goes away first, it leaves the queue.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, NoReturn

import trio

from agentfs.eventlog.log import Appender
from agentfs.locks.table import Answer
from agentfs.locks.telling import no_lock
from agentfs.model.errors import AgentfsError
from agentfs.model.locks import Lease, Left, Ticket, Wait
from agentfs.model.scopes import Scope
from agentfs.pipeline.locking import Ask, Came, Locks, Performed
from agentfs.pipeline.record import Recorder
from agentfs.pipeline.record import Ticket as Commit
from agentfs.wire.messages import Lock, Locked, NotLocked, Unlock, Unlocked

LONGEST_SLEEP: Final = 5.0
"""Seconds: the clock that leases go by may be set."""
_NS: Final = 1_000_000_000

Nearby = Callable[[Lock], Awaitable[tuple[Scope, ...]]]


class CoordinatorEnds(AgentfsError):
    """Nobody's: it is going down, and the queue is for the next one."""

    code = "no-coordinator"


class _Batch:
    """Requests that one item of the log does.  None comes in once it is `closed`, or once its
    commit has failed before that."""

    def __init__(self) -> None:
        self.asks: list[Ask] = []
        self.closed = False
        self.commit: Commit[Performed]


@dataclass
class _Place:
    """A place in the queue that `askers` wait at."""

    askers: int = 0
    over: trio.Event = field(default_factory=trio.Event)
    leases: tuple[Lease, ...] = ()
    reason: Left = Left.WITHDRAWN
    """Why it was left, if there are no leases."""


class Locking:
    """Use: `serve` in a nursery, `ask` from any task of the same loop."""

    def __init__(
        self,
        recorder: Recorder,
        locks: Locks,
        freed: Callable[[Sequence[Scope]], None],
        nearby: Nearby,
    ) -> None:
        """`freed` is told of scopes that are not held any more; `nearby` gives what is free
        beside what a request did not get."""
        self._recorder = recorder
        self._locks = locks
        self._freed = freed
        self._nearby = nearby
        self._batch: _Batch | None = None
        # Batches are closed in the recorder's thread.
        self._guard = threading.Lock()
        self._places: dict[Ticket, _Place] = {}
        self._deadline_ns: int | None = None
        self._earlier = trio.Event()
        self._stopping = trio.Event()

    def submit(self, ask: Ask, gone: trio.Event) -> Awaitable[Locked | NotLocked | Unlocked]:
        """A plain def: requests are done in the order of calls.  The result raises what the
        table raises, and LogFull.  `gone` is set when nobody waits for the answer any more."""
        with self._guard:
            batch = self._batch
            if batch is None or batch.closed or batch.commit.is_settled:
                self._batch = batch = self._new_batch()
            batch.asks.append(ask)
            return self._answer(ask, batch, len(batch.asks) - 1, gone)

    def _new_batch(self) -> _Batch:
        batch = _Batch()
        batch.commit = self._recorder.submit(
            lambda appender: self._run(batch, appender),
            lambda performed: self._take_in(batch.asks, performed),
        )
        return batch

    async def serve(self) -> NoReturn:
        """Tell the table the time when it wants to know, until cancelled."""
        await self._tell_time()
        while True:
            self._earlier = trio.Event()
            with trio.move_on_after(self._pause()):
                await self._earlier.wait()
            if self._deadline_ns is not None and time.time_ns() >= self._deadline_ns:
                await self._tell_time()

    def stop(self) -> None:
        """Those that wait are sent away; they keep their places."""
        self._stopping.set()

    def _run(self, batch: _Batch, appender: Appender) -> Performed:
        """In the recorder's thread."""
        with self._guard:
            batch.closed = True
        return self._locks.perform(appender, batch.asks)

    def _take_in(self, asks: Sequence[Ask], performed: Performed) -> None:
        """Once for each item of the log, in their order, before anyone is answered."""
        for ask, came in zip(asks, performed.came, strict=True):
            if (wait := _waiting(ask, came)) is not None:
                self._places.setdefault(wait.ticket, _Place()).askers += 1
        for ticket, leases in performed.let_in.items():
            if place := self._places.get(ticket):
                place.leases = leases
                place.over.set()
        for ticket, reason in performed.sent_away.items():
            if place := self._places.get(ticket):
                place.reason = reason
                place.over.set()
        if performed.freed:
            self._freed(performed.freed)
        before, self._deadline_ns = self._deadline_ns, performed.deadline_ns
        if self._deadline_ns is not None and (before is None or self._deadline_ns < before):
            self._earlier.set()

    async def _answer(
        self, ask: Ask, batch: _Batch, number: int, gone: trio.Event
    ) -> Locked | NotLocked | Unlocked:
        performed = await batch.commit.wait()
        came = performed.came[number]
        if isinstance(came, AgentfsError):
            raise came
        if isinstance(came, tuple):
            return Unlocked(leases=came) if isinstance(ask, Unlock) else Locked(leases=came)
        if came.granted:
            return Locked(leases=came.leases)
        assert isinstance(ask, Lock)
        wait = _waiting(ask, came)
        if wait is None:
            reason = "deadlock" if came.deadlock else "queued" if came.wait else "held"
            return await self._refusal(ask, came, reason)
        place = await self._waited(wait.ticket, gone)
        if place.leases:
            return Locked(leases=place.leases)
        return await self._refusal(ask, came, place.reason.value)

    async def _waited(self, ticket: Ticket, gone: trio.Event) -> _Place:
        """Until the request is granted or waits no more.  Raises CoordinatorEnds."""
        place = self._places[ticket]
        try:
            await _first_of(place.over, gone, self._stopping)
            if place.over.is_set():
                return place
            if self._stopping.is_set():
                raise CoordinatorEnds("the coordinator ends", hint="ask again; the place is kept")
        finally:
            place.askers -= 1
            if not place.askers:
                del self._places[ticket]
        if not place.askers:
            await self._recorder.submit(
                lambda appender: self._locks.withdraw(appender, ticket),
                lambda performed: self._take_in((), performed),
            ).wait()
        return place

    async def _refusal(self, ask: Lock, came: Answer, reason: str) -> NotLocked:
        near = await self._nearby(ask) if ask.alternatives else ()
        return NotLocked(
            reason=reason,
            sentence=no_lock(came.holders, came.ahead, near, came.now),
            holders=came.holders,
            place=len(came.ahead) + 1 if came.wait else 0,
            expected_ns=came.expected_ns,
            alternatives=near,
        )

    async def _tell_time(self) -> None:
        """On a full disk it is told later: what has expired protects nothing meanwhile."""
        try:
            await self._recorder.submit(
                lambda appender: self._locks.perform(appender, []),
                lambda performed: self._take_in((), performed),
            ).wait()
        except AgentfsError:
            self._deadline_ns = time.time_ns() + _NS

    def _pause(self) -> float:
        if self._deadline_ns is None:
            return LONGEST_SLEEP
        left = (self._deadline_ns - time.time_ns()) / _NS
        return min(max(left, 0.0), LONGEST_SLEEP)


def _waiting(ask: Ask, came: Came) -> Wait | None:
    """The place in the queue at which the asker waits for its answer."""
    if not isinstance(came, Answer) or not isinstance(ask, Lock) or ask.stay:
        return None
    return came.wait


async def _first_of(*events: trio.Event) -> None:
    async with trio.open_nursery() as nursery:

        async def one(event: trio.Event) -> None:
            await event.wait()
            nursery.cancel_scope.cancel()

        for event in events:
            nursery.start_soon(one, event)
