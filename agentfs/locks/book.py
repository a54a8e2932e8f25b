"""Leases and requests, found by everything that the table of locks asks for.

Holds no rule but one: what each event does to them.  Nothing here knows the time; an expired
lease stays until an event takes it away, and who looks compares.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from agentfs.locks.index import ScopeIndex
from agentfs.model.ids import AgentName
from agentfs.model.lockevents import (
    Dequeued,
    Expired,
    Granted,
    LockEvent,
    Queued,
    Released,
    Renewed,
    Transferred,
)
from agentfs.model.locks import Lease, LockMode, Ticket, Token, Wait
from agentfs.model.scopes import Scope


class Book:
    """`leases` and `waits` are for reading."""

    def __init__(self) -> None:
        self.leases: dict[Token, Lease] = {}
        self.waits: dict[Ticket, Wait] = {}
        self._exclusive: ScopeIndex[Token] = ScopeIndex()
        self._shared: ScopeIndex[Token] = ScopeIndex()
        self._waited_for: ScopeIndex[tuple[Ticket, int]] = ScopeIndex()
        self._held_by: dict[AgentName, dict[Scope, Token]] = {}
        self._holders: dict[Scope, dict[Token, None]] = {}
        self._waiting: dict[AgentName, dict[Ticket, None]] = {}
        # Times that are no more those of their lease or request are passed over when met.
        self._ends: list[tuple[int, Token]] = []
        self._limits: list[tuple[int, Ticket]] = []
        self._last_token = Token(0)
        self._last_ticket = Ticket(0)

    def restore(
        self, leases: Iterable[Lease], waits: Iterable[Wait], token: Token, ticket: Ticket
    ) -> None:
        """Into an empty book; `token` and `ticket` are the highest ever given."""
        for lease in leases:
            self._add_lease(lease)
        for wait in waits:
            self._add_wait(wait)
        self._last_token = max(self._last_token, token)
        self._last_ticket = max(self._last_ticket, ticket)

    def next_token(self) -> Token:
        return Token(self._last_token + 1)

    def next_ticket(self) -> Ticket:
        return Ticket(self._last_ticket + 1)

    # --- leases

    def lease_at(self, agent: AgentName, scope: Scope) -> Lease | None:
        """What `agent` holds of exactly `scope`."""
        token = self._held_by.get(agent, {}).get(scope)
        return None if token is None else self.leases[token]

    def leases_at(self, scope: Scope) -> list[Lease]:
        """What anyone holds of exactly `scope`."""
        return [self.leases[token] for token in self._holders.get(scope, ())]

    def leases_of(self, agent: AgentName) -> list[Lease]:
        return [self.leases[token] for token in self._held_by.get(agent, {}).values()]

    def leases_meeting(self, scope: Scope, *, exclusive_only: bool = False) -> Iterator[Lease]:
        leases = self.leases
        for token in self._exclusive.meeting(scope):
            yield leases[token]
        if not exclusive_only:
            for token in self._shared.meeting(scope):
                yield leases[token]

    def leases_over(self, scope: Scope) -> Iterator[Lease]:
        """Those that contain `scope`, which is no module."""
        for index in (self._exclusive, self._shared):
            for token in index.covering(scope):
                yield self.leases[token]

    def expired(self, now: int) -> list[Lease]:
        """Those that an Expired is due for, earliest first."""
        found = {}
        while self._ends and self._ends[0][0] <= now:
            until, token = heapq.heappop(self._ends)
            lease = self.leases.get(token)
            if lease is not None and lease.expires_ns == until:
                found[token] = lease
        return list(found.values())

    # --- requests

    def waits_of(self, agent: AgentName) -> list[Wait]:
        return [self.waits[ticket] for ticket in self._waiting.get(agent, ())]

    def waits_meeting(self, scope: Scope) -> Iterator[Wait]:
        """A request of several scopes may come more than once."""
        for ticket, _ in self._waited_for.meeting(scope):
            yield self.waits[ticket]

    def wait_for(self, agent: AgentName, scopes: tuple[Scope, ...], mode: LockMode) -> Wait | None:
        """The request of `agent` for exactly this."""
        same = (w for w in self.waits_of(agent) if w.scopes == scopes and w.mode is mode)
        return next(same, None)

    def overdue(self, now: int) -> list[Wait]:
        """Those that a Dequeued is due for, earliest first."""
        found = {}
        while self._limits and self._limits[0][0] <= now:
            until, ticket = heapq.heappop(self._limits)
            wait = self.waits.get(ticket)
            if wait is not None and wait.until_ns == until:
                found[ticket] = wait
        return list(found.values())

    def next_deadline(self) -> int | None:
        """The first time at which `expired` or `overdue` gives something."""
        while self._ends and not self._is_end(*self._ends[0]):
            heapq.heappop(self._ends)
        while self._limits and not self._is_limit(*self._limits[0]):
            heapq.heappop(self._limits)
        times = [heap[0][0] for heap in (self._ends, self._limits) if heap]
        return min(times, default=None)

    # --- events

    def apply(self, event: LockEvent) -> None:
        match event:
            case Granted():
                for token in event.replaces:
                    self._drop_lease(token)
                for lease in event.leases:
                    self._add_lease(lease)
                if event.ticket is not None:
                    self._drop_wait(event.ticket)
            case Renewed():
                for token in event.tokens:
                    self._renew(token, event.expires_ns)
            case Released() | Expired():
                for token in event.tokens:
                    self._drop_lease(token)
            case Transferred():
                self._drop_lease(event.token)
                if event.replaces is not None:
                    self._drop_lease(event.replaces)
                self._add_lease(event.lease)
            case Queued():
                if event.wait.ticket in self.waits:
                    self._drop_wait(event.wait.ticket)
                self._add_wait(event.wait)
            case Dequeued():
                self._drop_wait(event.ticket)

    def _is_end(self, until: int, token: Token) -> bool:
        lease = self.leases.get(token)
        return lease is not None and lease.expires_ns == until

    def _is_limit(self, until: int, ticket: Ticket) -> bool:
        wait = self.waits.get(ticket)
        return wait is not None and wait.until_ns == until

    def _index_of(self, lease: Lease) -> ScopeIndex[Token]:
        return self._exclusive if lease.mode is LockMode.EXCLUSIVE else self._shared

    def _add_lease(self, lease: Lease) -> None:
        token, scope = lease.token, lease.scope
        self.leases[token] = lease
        self._index_of(lease).add(scope, token)
        self._held_by.setdefault(lease.agent, {})[scope] = token
        self._holders.setdefault(scope, {})[token] = None
        heapq.heappush(self._ends, (lease.expires_ns, token))
        self._last_token = max(self._last_token, token)

    def _drop_lease(self, token: Token) -> None:
        lease = self.leases.pop(token)
        self._index_of(lease).remove(lease.scope, token)
        _drop(self._held_by, lease.agent, lease.scope)
        _drop(self._holders, lease.scope, token)

    def _renew(self, token: Token, expires_ns: int) -> None:
        self.leases[token] = replace(self.leases[token], expires_ns=expires_ns)
        heapq.heappush(self._ends, (expires_ns, token))

    def _add_wait(self, wait: Wait) -> None:
        self.waits[wait.ticket] = wait
        for number, scope in enumerate(wait.scopes):
            self._waited_for.add(scope, (wait.ticket, number))
        self._waiting.setdefault(wait.agent, {})[wait.ticket] = None
        heapq.heappush(self._limits, (wait.until_ns, wait.ticket))
        self._last_ticket = max(self._last_ticket, wait.ticket)

    def _drop_wait(self, ticket: Ticket) -> None:
        wait = self.waits.pop(ticket)
        for number, scope in enumerate(wait.scopes):
            self._waited_for.remove(scope, (ticket, number))
        _drop(self._waiting, wait.agent, ticket)


def _drop(groups: dict, group: object, member: object) -> None:  # type: ignore[type-arg]
    del groups[group][member]
    if not groups[group]:
        del groups[group]
