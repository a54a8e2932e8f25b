"""Locks as items of the log: each request is decided, and what came of it appended, at once.

The table is used only here and in `record`, within transactions, one after another.  Before
each use it is brought in step with the transaction: what an aborted one had done to it is
found by the number of the last event of locks, and undone by making the table anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from agentfs.eventlog.log import Appender
from agentfs.eventlog.tables import Tables
from agentfs.locks.book import Book
from agentfs.locks.table import Answer, LockTable, Wanted
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import Seq
from agentfs.model.lockevents import Dequeued, Intended
from agentfs.model.locks import Lease, Left, Ticket
from agentfs.model.scopes import Scope
from agentfs.wire.messages import Lock, Renew, Transfer, Unlock

MOST_TTL_NS: Final = 24 * 3600 * 1_000_000_000
"""A day: what is meant to be locked for longer is a matter of policy."""

Ask = Lock | Unlock | Renew | Transfer
Came = Answer | tuple[Lease, ...] | AgentfsError
"""What a request came to: a Lock's answer, leases for all others, or its error."""


@dataclass
class Performed:
    """What a batch of requests came to, and what of it others wait for."""

    came: list[Came] = field(default_factory=list)
    let_in: dict[Ticket, tuple[Lease, ...]] = field(default_factory=dict)
    """Requests that waited and were granted."""
    sent_away: dict[Ticket, Left] = field(default_factory=dict)
    """Requests that waited and were not."""
    freed: list[Scope] = field(default_factory=list)
    deadline_ns: int | None = None
    """When the table next wants to be told the time."""


class Locks:
    """The table of locks, in step with the log."""

    def __init__(self) -> None:
        self._table = LockTable()
        self._seq = Seq(-1)

    def table(self, tables: Tables) -> LockTable:
        """As the transaction of `tables` has it."""
        seq = tables.locks_seq()
        if seq != self._seq:
            book = Book()
            book.restore(
                tables.leases(), tables.queue(), tables.highest_token(), tables.highest_ticket()
            )
            self._table, self._seq = LockTable(book), seq
        return self._table

    def perform(self, appender: Appender, asks: list[Ask]) -> Performed:
        """Do what is asked, in order, and clear away what has expired.  An error of one is its
        own; no other notices it."""
        done = Performed()
        for ask in asks:
            done.came.append(self._one(appender, ask, done))
        return self._finished(appender, done)

    def withdraw(self, appender: Appender, ticket: Ticket) -> Performed:
        """Who waited is gone."""
        self.table(appender).withdraw(ticket, appender.now())
        return self._finished(appender, Performed())

    def _one(self, appender: Appender, ask: Ask, done: Performed) -> Came:
        table = self.table(appender)
        try:
            return _ANSWER[type(ask)](table, appender, ask)
        except AgentfsError as error:
            return error
        finally:
            self._append(appender, done)

    def _finished(self, appender: Appender, done: Performed) -> Performed:
        table = self.table(appender)
        table.tick(appender.now())
        self._append(appender, done)
        done.deadline_ns = table.next_deadline()
        return done

    def _append(self, appender: Appender, done: Performed) -> None:
        changes = self._table.take()
        for event in changes.events:
            self._seq = appender.append(event).seq
            if isinstance(event, Dequeued):
                done.sent_away[event.ticket] = event.reason
        done.let_in |= changes.let_in
        done.freed += changes.freed


def _lock(table: LockTable, appender: Appender, ask: Lock) -> Answer:
    intent = None
    if ask.intent:
        event = Intended(agent=ask.agent, scopes=ask.scopes, why=ask.why)
        intent = appender.append(event).seq
    now = appender.now()
    wanted = Wanted(
        agent=ask.agent,
        scopes=tuple(dict.fromkeys(ask.scopes)),
        mode=ask.mode,
        ttl_ns=min(max(ask.ttl_ns, 1), MOST_TTL_NS),
        why=ask.why,
        wait_until_ns=now + ask.wait_ns if ask.wait_ns > 0 else None,
        intent=intent,
    )
    return table.request(wanted, now)


def _unlock(table: LockTable, appender: Appender, ask: Unlock) -> tuple[Lease, ...]:
    return tuple(table.release(ask.agent, ask.scopes, appender.now(), force=ask.force))


def _renew(table: LockTable, appender: Appender, ask: Renew) -> tuple[Lease, ...]:
    return tuple(table.renew(ask.agent, ask.tokens, appender.now()))


def _transfer(table: LockTable, appender: Appender, ask: Transfer) -> tuple[Lease, ...]:
    return (table.transfer(ask.agent, ask.token, ask.to, appender.now()),)


_ANSWER: Final[dict[type[Ask], Callable[..., Came]]] = {
    Lock: _lock,
    Unlock: _unlock,
    Renew: _renew,
    Transfer: _transfer,
}
