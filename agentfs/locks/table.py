"""The table of locks: who holds what, who waits for what, in which order.

Every change is an event that this table has applied and that the caller makes durable; if it
cannot, the table is made anew from what is.  The time is passed in, nanoseconds since 1970.

Invariants, after every call:
- two leases of different agents do not meet unless both are shared;
- a request waits only for leases of others, and for earlier requests of others that it
  meets; one that waits for nothing is granted at once;
- agents do not wait for each other in a circle;
- tokens and tickets only grow.

An agent is one party, however many programs it runs: it is never in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from agentfs.locks.book import Book
from agentfs.locks.circles import circle_through
from agentfs.locks.errors import LeaseGone, NotTheHolder
from agentfs.locks.meeting import contains
from agentfs.model.ids import AgentName, Seq
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
from agentfs.model.locks import DEFAULT_TTL_NS, Lease, Left, LockMode, Ticket, Token, Wait
from agentfs.model.scopes import Scope

MOST_TOLD: Final = 20
"""Blockers that an answer names."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request.  With `wait_until_ns` it queues if it cannot be granted, until then."""

    agent: AgentName
    scopes: tuple[Scope, ...]
    mode: LockMode = LockMode.EXCLUSIVE
    ttl_ns: int = DEFAULT_TTL_NS
    why: str = ""
    wait_until_ns: int | None = None
    intent: Seq | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`leases` if it was granted, one a scope; else who is in the way, maybe a place in the
    queue, or that it was the youngest in a circle."""

    leases: tuple[Lease, ...] = ()
    holders: tuple[Lease, ...] = ()
    """Leases in the way, at most `MOST_TOLD`."""
    ahead: tuple[Wait, ...] = ()
    """Requests in the way, at most `MOST_TOLD`."""
    wait: Wait | None = None
    deadlock: bool = False
    now: int = 0

    @property
    def granted(self) -> bool:
        return bool(self.leases)

    @property
    def expected_ns(self) -> int:
        """How long until all in the way is over, if nobody renews and nobody gives up."""
        longest = max((lease.expires_ns - self.now for lease in self.holders), default=0)
        return max(longest, 0) + sum(wait.ttl_ns for wait in self.ahead)


@dataclass(slots=True)
class Changes:
    """What happened to the table."""

    events: list[LockEvent] = field(default_factory=list)
    let_in: dict[Ticket, tuple[Lease, ...]] = field(default_factory=dict)
    """Requests that waited and were granted, with a lease for each scope."""
    freed: list[Scope] = field(default_factory=list)
    """Scopes of leases that ended."""


@dataclass(slots=True)
class LockTable:
    """See the module.  `take` gives what is to be made durable."""

    book: Book = field(default_factory=Book)
    _taken: Changes = field(default_factory=Changes)

    # --- asking

    def request(self, wanted: Wanted, now: int) -> Answer:
        """Grant, renew, convert, queue or refuse: all of the scopes alike.

        What the agent holds in the same mode already is renewed, and keeps its token.  A
        request that waits already keeps its place.
        """
        self.tick(now)
        holders, ahead = self._in_the_way(wanted)
        if not holders and not ahead:
            return Answer(leases=self._grant(wanted, now))
        if wanted.wait_until_ns is None:
            return Answer(holders=holders, ahead=ahead, now=now)
        wait = self._queue(wanted, wanted.wait_until_ns, now)
        self._break_circles(wanted.agent, now)
        if wait.ticket in self.book.waits:
            return Answer(holders=holders, ahead=ahead, wait=wait, now=now)
        # Another's request may have been the youngest, and this one be granted by its end.
        leases = [lease for scope in wanted.scopes if (lease := self._held_as(wanted, scope))]
        if len(leases) == len(wanted.scopes):
            return Answer(leases=tuple(leases))
        return Answer(holders=holders, ahead=ahead, deadlock=True, now=now)

    def check(
        self, agent: AgentName, touched: Iterable[Scope], whole: Iterable[Scope], now: int
    ) -> list[Lease]:
        """Others' leases that a save of `agent` would violate, at most `MOST_TOLD`.

        `touched` are symbols of which the save changes what is their own; `whole` are files
        that come, go or change as such, with all in them.
        """
        found: dict[Token, Lease] = {}
        for scope, look in (
            *((scope, self.book.leases_over) for scope in touched),
            *((scope, self.book.leases_meeting) for scope in whole),
        ):
            for lease in look(scope):
                if lease.agent != agent and lease.expires_ns > now:
                    found[lease.token] = lease
                    if len(found) == MOST_TOLD:
                        return list(found.values())
        return list(found.values())

    def is_free(self, agent: AgentName, scope: Scope, now: int) -> bool:
        """Whether `agent` would get `scope` for itself at once, were all that has expired
        cleared away."""
        blocking = self._blocking_leases(agent, scope, LockMode.EXCLUSIVE)
        if any(lease.expires_ns > now for lease in blocking):
            return False
        return not any(wait.agent != agent for wait in self.book.waits_meeting(scope))

    def next_deadline(self) -> int | None:
        """When `tick` will next have something to do, if nothing happens until then."""
        return self.book.next_deadline()

    # --- what holders do

    def renew(
        self, agent: AgentName, tokens: Sequence[Token], now: int, ttl_ns: int | None = None
    ) -> list[Lease]:
        """Those that `agent` still holds, each now good for its time to live, or for `ttl_ns`;
        none ends sooner than before.  To do it again changes nothing but the time."""
        self.tick(now)
        mine = [self.book.leases[token] for token in tokens if token in self.book.leases]
        mine = [lease for lease in mine if lease.agent == agent]
        by_end: dict[int, list[Token]] = {}
        for lease in mine:
            until = now + (ttl_ns or lease.ttl_ns)
            if until > lease.expires_ns:
                by_end.setdefault(until, []).append(lease.token)
        for until, renewed in by_end.items():
            self._apply(Renewed(agent=agent, tokens=tuple(renewed), expires_ns=until))
        return [self.book.leases[lease.token] for lease in mine]

    def release(
        self, agent: AgentName, scopes: Sequence[Scope] | None, now: int, *, force: bool = False
    ) -> list[Lease]:
        """Give back what `agent` holds of exactly `scopes`, or all; its requests for them leave
        the queue too.  What it does not hold, or no more, is passed over.

        With `force` it is whoever holds them, and `agent` is who asks for it.  Raises
        NotTheHolder if only others hold one of `scopes`, having changed nothing.
        """
        self.tick(now)
        if scopes is None:
            gone = list(self.book.leases.values()) if force else self.book.leases_of(agent)
        else:
            gone = [
                lease for scope in scopes for lease in self._to_release(agent, scope, force=force)
            ]
        withdrawn = [
            wait
            for wait in self.book.waits_of(agent)
            if scopes is None or set(wait.scopes) & set(scopes)
        ]
        for owner, tokens in _by_agent(gone).items():
            self._apply(Released(agent=owner, tokens=tokens, forced=owner != agent))
        for wait in withdrawn:
            self._apply(Dequeued(agent=agent, ticket=wait.ticket, reason=Left.WITHDRAWN))
        freed = [scope for wait in withdrawn for scope in wait.scopes]
        self._promote([*(lease.scope for lease in gone), *freed], now)
        return gone

    def withdraw(self, ticket: Ticket, now: int) -> None:
        """A request waits no more.  One that does not wait is passed over."""
        self.tick(now)
        wait = self.book.waits.get(ticket)
        if wait is not None:
            self._leave(wait, Left.WITHDRAWN, now)

    def transfer(self, agent: AgentName, token: Token, to: AgentName, now: int) -> Lease:
        """Give a lease to another agent, with the time that is left and a new token.

        Raises LeaseGone, NotTheHolder; and NotTheHolder too if `agent` holds more that meets
        it: then both would hold the same.
        """
        self.tick(now)
        lease = self.book.leases.get(token)
        if lease is None:
            raise LeaseGone(f"lease {token} has ended")
        if lease.agent != agent:
            raise NotTheHolder(f"lease {token} is {lease.agent}'s, not {agent}'s")
        holders = self._blocking_leases(to, lease.scope, lease.mode)
        if any(other.token != token for other in holders):
            raise NotTheHolder(f"{agent} holds more of {lease.scope} than lease {token}")
        given = replace(lease, token=self.book.next_token(), agent=to, granted_ns=now)
        before = self.book.lease_at(to, lease.scope)
        replaced = before.token if before is not None and to != agent else None
        self._apply(Transferred(agent=agent, token=token, lease=given, replaces=replaced))
        self._promote([lease.scope], now)
        self._break_circles(to, now)
        return given

    # --- time

    def tick(self, now: int) -> None:
        """Clear away what has expired, and grant what waited for it."""
        ended = self.book.expired(now)
        for agent, tokens in _by_agent(ended).items():
            self._apply(Expired(agent=agent, tokens=tokens))
        if ended:
            self._promote([lease.scope for lease in ended], now)
        for wait in self.book.overdue(now):
            # It may have been granted just now, in its last moment.
            if wait.ticket in self.book.waits:
                self._leave(wait, Left.TIMEOUT, now)

    def take(self) -> Changes:
        """What happened since the last call."""
        taken, self._taken = self._taken, Changes()
        return taken

    def apply(self, event: LockEvent) -> None:
        """Take in an event that is durable already: when the table is made from a log."""
        self.book.apply(event)

    # --- what is in the way

    def _in_the_way(self, wanted: Wanted) -> tuple[tuple[Lease, ...], tuple[Wait, ...]]:
        leases: dict[Token, Lease] = {}
        waits: dict[Ticket, Wait] = {}
        for scope in wanted.scopes:
            for lease in self._blocking_leases(wanted.agent, scope, wanted.mode):
                if len(leases) == MOST_TOLD:
                    break
                leases[lease.token] = lease
            for wait in self._blocking_waits(wanted.agent, scope, wanted.mode, None):
                if len(waits) == MOST_TOLD:
                    break
                waits[wait.ticket] = wait
        return tuple(leases.values()), tuple(waits.values())

    def _blockers(self, wait: Wait) -> Iterator[Lease | Wait]:
        """All that `wait` waits for."""
        for scope in wait.scopes:
            yield from self._blocking_leases(wait.agent, scope, wait.mode)
            yield from self._blocking_waits(wait.agent, scope, wait.mode, wait.ticket)

    def _blocking_leases(self, agent: AgentName, scope: Scope, mode: LockMode) -> Iterator[Lease]:
        found = self.book.leases_meeting(scope, exclusive_only=mode is LockMode.SHARED)
        return (lease for lease in found if lease.agent != agent)

    def _blocking_waits(
        self, agent: AgentName, scope: Scope, mode: LockMode, before: Ticket | None
    ) -> Iterator[Wait]:
        """Who asks for more of what it holds goes before those who wait for it."""
        for wait in self.book.waits_meeting(scope):
            earlier = before is None or wait.ticket < before
            harmless = mode is wait.mode is LockMode.SHARED
            if earlier and wait.agent != agent and not harmless:
                if self._holds(agent, scope):
                    return
                yield wait

    def _holds(self, agent: AgentName, scope: Scope) -> bool:
        """Whether a lease of `agent` contains `scope`."""
        found = self.book.leases_meeting(scope)
        return any(lease.agent == agent and contains(lease.scope, scope) for lease in found)

    # --- granting

    def _grant(self, wanted: Wanted, now: int, ticket: Ticket | None = None) -> tuple[Lease, ...]:
        """All of it, which nothing is in the way of."""
        kept = [self._held_as(wanted, scope) for scope in wanted.scopes]
        until = now + wanted.ttl_ns
        longer = tuple(each.token for each in kept if each and each.expires_ns < until)
        if longer:
            self._apply(Renewed(agent=wanted.agent, tokens=longer, expires_ns=until))
        fresh = [scope for scope in wanted.scopes if not self._held_as(wanted, scope)]
        if fresh or ticket is not None:
            self._convert(self._granted(wanted, fresh, now, ticket), now)
        leases = (self._held_as(wanted, scope) for scope in wanted.scopes)
        return tuple(lease for lease in leases if lease is not None)

    def _granted(
        self, wanted: Wanted, scopes: Sequence[Scope], now: int, ticket: Ticket | None
    ) -> Granted:
        first, until = self.book.next_token(), now + wanted.ttl_ns
        made = (
            Lease(
                token=Token(first + number),
                agent=wanted.agent,
                scope=scope,
                mode=wanted.mode,
                granted_ns=now,
                expires_ns=until,
                ttl_ns=wanted.ttl_ns,
                why=wanted.why,
                intent=wanted.intent,
            )
            for number, scope in enumerate(scopes)
        )
        others = (self.book.lease_at(wanted.agent, scope) for scope in scopes)
        replaced = tuple(lease.token for lease in others if lease is not None)
        return Granted(agent=wanted.agent, leases=tuple(made), replaces=replaced, ticket=ticket)

    def _convert(self, granted: Granted, now: int) -> None:
        """Apply a grant.  One in another mode changes whom those wait for that were there
        before, and may let them through."""
        before = [self.book.leases[token].scope for token in granted.replaces]
        self._apply(granted)
        if before:
            self._promote(before, now)
            self._break_circles(granted.agent, now)

    def _held_as(self, wanted: Wanted, scope: Scope) -> Lease | None:
        lease = self.book.lease_at(wanted.agent, scope)
        return lease if lease is not None and lease.mode is wanted.mode else None

    # --- the queue

    def _queue(self, wanted: Wanted, until_ns: int, now: int) -> Wait:
        wait = self.book.wait_for(wanted.agent, wanted.scopes, wanted.mode)
        if wait is not None:
            wait = replace(wait, until_ns=max(wait.until_ns, until_ns))
        else:
            wait = Wait(
                ticket=self.book.next_ticket(),
                agent=wanted.agent,
                scopes=wanted.scopes,
                mode=wanted.mode,
                ttl_ns=wanted.ttl_ns,
                since_ns=now,
                until_ns=until_ns,
                why=wanted.why,
                intent=wanted.intent,
            )
        self._apply(Queued(agent=wait.agent, wait=wait))
        return wait

    def _promote(self, freed: Iterable[Scope], now: int) -> None:
        """Grant what waited for nothing but `freed`, first come, first served."""
        waiting = sorted(
            {each.ticket for scope in freed for each in self.book.waits_meeting(scope)}
        )
        for ticket in waiting:
            wait = self.book.waits.get(ticket)
            if wait is not None and next(self._blockers(wait), None) is None:
                self._taken.let_in[ticket] = self._grant(_wanted(wait), now, ticket)

    def _leave(self, wait: Wait, reason: Left, now: int) -> None:
        self._apply(Dequeued(agent=wait.agent, ticket=wait.ticket, reason=reason))
        self._promote(wait.scopes, now)

    def _break_circles(self, agent: AgentName, now: int) -> None:
        """Any that was just closed goes through `agent`."""
        while circle := circle_through(agent, self.book.waits_of, self._blockers):
            self._leave(max(circle, key=lambda wait: wait.ticket), Left.DEADLOCK, now)

    # --- giving back

    def _to_release(self, agent: AgentName, scope: Scope, *, force: bool) -> list[Lease]:
        mine = self.book.lease_at(agent, scope)
        if mine is not None and not force:
            return [mine]
        held = self.book.leases_at(scope)
        if held and not force:
            raise NotTheHolder(
                f"{scope} is held by {held[0].agent}, not by {agent}",
                hint="only its holder gives a lock back, or an administrator with --force",
            )
        return held

    def _apply(self, event: LockEvent) -> None:
        self._taken.freed += (self.book.leases[token].scope for token in _ending(event))
        self.book.apply(event)
        self._taken.events.append(event)


def _ending(event: LockEvent) -> Iterable[Token]:
    match event:
        case Released() | Expired():
            return event.tokens
        case Granted():
            return event.replaces
        case Transferred():
            return (event.token,)
        case _:
            return ()


def _wanted(wait: Wait) -> Wanted:
    return Wanted(
        agent=wait.agent,
        scopes=wait.scopes,
        mode=wait.mode,
        ttl_ns=wait.ttl_ns,
        why=wait.why,
        intent=wait.intent,
    )


def _by_agent(leases: Iterable[Lease]) -> dict[AgentName, tuple[Token, ...]]:
    found: dict[AgentName, list[Token]] = {}
    for lease in leases:
        found.setdefault(lease.agent, []).append(lease.token)
    return {agent: tuple(tokens) for agent, tokens in found.items()}
