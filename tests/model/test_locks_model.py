"""The table of locks against one that is a few lists and looks at everything each time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from agentfs.locks.book import Book
from agentfs.locks.errors import LeaseGone, NotTheHolder
from agentfs.locks.meeting import contains, meet
from agentfs.locks.table import Answer, LockTable, Wanted
from agentfs.model.ids import AgentName
from agentfs.model.lockevents import Dequeued, Granted, Transferred
from agentfs.model.locks import Lease, Left, LockMode, Ticket, Token, Wait
from agentfs.model.scopes import Scope, parse_scope

AGENTS = [AgentName(name) for name in ("ann", "ben", "cam", "dot")]
TEXTS = ("a/x.py::C", "a/x.py::C.m", "a/x.py::D", "b/y.py", "a/x.py", "a/*.py", "a/**")
SCOPES = [parse_scope(text) for text in TEXTS]
MODES = st.sampled_from(LockMode)
SHARED = LockMode.SHARED


def collide(one: Lease | Wait, scope: Scope, mode: LockMode) -> bool:
    if one.mode is mode is SHARED:
        return False
    scopes = (one.scope,) if isinstance(one, Lease) else one.scopes
    return any(meet(each, scope) for each in scopes)


class Naive:
    """Says which of two tables is wrong; decides nothing about circles and numbers."""

    def __init__(self) -> None:
        self.leases: dict[Token, Lease] = {}
        self.waits: dict[Ticket, Wait] = {}

    def blockers(
        self, agent: AgentName, scopes: tuple[Scope, ...], mode: LockMode, before: float
    ) -> set[AgentName]:
        found = set()
        for scope in scopes:
            leases = [lease for lease in self.leases.values() if collide(lease, scope, mode)]
            found |= {lease.agent for lease in leases}
            mine = (lease.scope for lease in self.leases.values() if lease.agent == agent)
            if not any(contains(each, scope) for each in mine):
                earlier = (wait for wait in self.waits.values() if wait.ticket < before)
                found |= {wait.agent for wait in earlier if collide(wait, scope, mode)}
        return found - {agent}

    def waits_for(self, agent: AgentName) -> set[AgentName]:
        mine = [wait for wait in self.waits.values() if wait.agent == agent]
        return {other for w in mine for other in self.blockers(agent, w.scopes, w.mode, w.ticket)}

    def is_in_a_circle(self, agent: AgentName) -> bool:
        seen: set[AgentName] = set()
        looking = self.waits_for(agent)
        while looking - seen:
            seen |= looking
            looking = set().union(*map(self.waits_for, looking))
        return agent in seen


class LocksMachine(RuleBasedStateMachine):
    """A clock that only the rules move; `copy` is a table made of the events alone."""

    def __init__(self) -> None:
        super().__init__()
        self.table = LockTable()
        self.copy = Book()
        self.now = 1000
        self.highest = 0
        self.timed_out: list[Ticket] = []

    @initialize()
    def begin(self) -> None:
        assert self.table.next_deadline() is None

    # --- what agents do

    @rule(
        agent=st.sampled_from(AGENTS),
        scopes=st.lists(st.sampled_from(SCOPES), min_size=1, max_size=2, unique=True),
        mode=MODES,
        ttl=st.integers(5, 200),
        wait=st.one_of(st.integers(5, 300), st.none()),
    )
    def request(
        self, agent: AgentName, scopes: list[Scope], mode: LockMode, ttl: int, wait: int | None
    ) -> None:
        self.tick()
        before = self.naive()
        until = None if wait is None else self.now + wait
        wanted = Wanted(agent, tuple(scopes), mode, ttl, wait_until_ns=until)
        blockers = before.blockers(agent, wanted.scopes, mode, float("inf"))
        tokens = {lease.token: lease for lease in before.leases.values()}
        answer = self.table.request(wanted, self.now)
        if not blockers:
            self.was_granted(answer, wanted, tokens)
        else:
            self.was_not_granted(answer, wanted, blockers)
        self.take()

    def was_granted(self, answer: Answer, wanted: Wanted, before: dict[Token, Lease]) -> None:
        assert [lease.scope for lease in answer.leases] == list(wanted.scopes)
        for lease in answer.leases:
            assert (lease.agent, lease.mode) == (wanted.agent, wanted.mode)
            assert lease.expires_ns >= self.now + wanted.ttl_ns
            same = before.get(lease.token)
            assert same is None or (same.scope, same.mode) == (lease.scope, lease.mode)

    def was_not_granted(self, answer: Answer, wanted: Wanted, blockers: set[AgentName]) -> None:
        if answer.granted:
            # A circle was broken at another's request, and that let this one through.
            assert wanted.wait_until_ns is not None
            return
        assert {each.agent for each in (*answer.holders, *answer.ahead)} == blockers
        assert not answer.deadlock or wanted.wait_until_ns is not None
        if wanted.wait_until_ns is None:
            assert answer.wait is None

    @rule(agent=st.sampled_from(AGENTS), data=st.data(), everything=st.booleans())
    def release(self, agent: AgentName, data: st.DataObject, everything: bool) -> None:
        self.tick()
        mine = [lease.scope for lease in self.naive().leases.values() if lease.agent == agent]
        if everything or not mine:
            scopes = None
        else:
            scopes = data.draw(st.lists(st.sampled_from(mine), min_size=1, unique=True))
        gone = self.table.release(agent, scopes, self.now)
        assert {lease.scope for lease in gone} == set(mine if scopes is None else scopes)
        self.take()
        kept = self.naive().leases
        assert not any(lease.token in kept for lease in gone)

    @rule(agent=st.sampled_from(AGENTS), scope=st.sampled_from(SCOPES), force=st.booleans())
    def release_others(self, agent: AgentName, scope: Scope, force: bool) -> None:
        self.tick()
        holders = {each.agent for each in self.naive().leases.values() if each.scope == scope}
        if holders and agent not in holders and not force:
            with pytest.raises(NotTheHolder):
                self.table.release(agent, [scope], self.now)
            self.take()
            return
        gone = self.table.release(agent, [scope], self.now, force=force)
        assert {lease.agent for lease in gone} == (holders if force else holders & {agent})
        self.take()

    @precondition(lambda self: self.table.book.leases)
    @rule(
        data=st.data(), agent=st.sampled_from(AGENTS), ttl=st.one_of(st.none(), st.integers(1, 90))
    )
    def renew(self, data: st.DataObject, agent: AgentName, ttl: int | None) -> None:
        tokens = data.draw(st.lists(st.sampled_from(sorted(self.table.book.leases)), unique=True))
        self.tick()
        known = self.naive().leases
        renewed = self.table.renew(agent, tokens, self.now, ttl)
        again = self.table.renew(agent, tokens, self.now, ttl)
        assert renewed == again
        mine = [known[token] for token in tokens if token in known and known[token].agent == agent]
        assert [lease.token for lease in renewed] == [lease.token for lease in mine]
        for old, new in zip(mine, renewed, strict=True):
            assert new.expires_ns == max(old.expires_ns, self.now + (ttl or old.ttl_ns))
        self.take()

    @precondition(lambda self: self.table.book.leases)
    @rule(data=st.data(), agent=st.sampled_from(AGENTS), to=st.sampled_from(AGENTS))
    def transfer(self, data: st.DataObject, agent: AgentName, to: AgentName) -> None:
        token = data.draw(st.sampled_from(sorted(self.table.book.leases)))
        self.tick()
        lease = self.naive().leases.get(token)
        try:
            given = self.table.transfer(agent, token, to, self.now)
        except LeaseGone:
            assert lease is None
        except NotTheHolder:
            assert lease is not None
            rest = [
                other
                for other in self.naive().leases.values()
                if other.agent == agent != to and other.token != token
            ]
            assert lease.agent != agent or any(
                collide(other, lease.scope, lease.mode) for other in rest
            )
        else:
            assert lease is not None
            assert (given.agent, given.scope, given.mode) == (to, lease.scope, lease.mode)
            assert given.expires_ns == lease.expires_ns
        self.take()

    @precondition(lambda self: self.table.book.waits)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        ticket = data.draw(st.sampled_from(sorted(self.table.book.waits)))
        self.table.withdraw(ticket, self.now)
        assert ticket not in self.table.book.waits
        self.take()

    # --- time

    @rule(by=st.integers(1, 20))
    def pass_time(self, by: int) -> None:
        self.now += by

    @rule()
    def tick(self) -> None:
        self.table.tick(self.now)
        self.take()
        deadline = self.table.next_deadline()
        naive = self.naive()
        times = [lease.expires_ns for lease in naive.leases.values()]
        times += [wait.until_ns for wait in naive.waits.values()]
        assert deadline == min(times, default=None)
        assert deadline is None or deadline > self.now

    @rule()
    def restart(self) -> None:
        """As after a crash: the table is what the log's rows say."""
        book = Book()
        self.table.take()
        old = self.table.book
        book.restore(
            old.leases.values(),
            old.waits.values(),
            Token(old.next_token() - 1),
            Ticket(old.next_ticket() - 1),
        )
        self.table = LockTable(book)

    # --- what must hold

    def take(self) -> None:
        """Events say all that happened, and numbers grow."""
        for event in self.table.take().events:
            fresh = (
                event.leases
                if isinstance(event, Granted)
                else (event.lease,)
                if isinstance(event, Transferred)
                else ()
            )
            for lease in fresh:
                assert lease.token > self.highest
                self.highest = lease.token
            if isinstance(event, Dequeued) and event.reason is Left.DEADLOCK:
                self.was_youngest(event)
            self.copy.apply(event)

    def was_youngest(self, event: Dequeued) -> None:
        """Of its agent's requests and those of the others, at that moment, in a circle."""
        naive = Naive()
        naive.leases, naive.waits = dict(self.copy.leases), dict(self.copy.waits)
        assert naive.is_in_a_circle(event.agent)

    def naive(self) -> Naive:
        naive = Naive()
        naive.leases, naive.waits = dict(self.copy.leases), dict(self.copy.waits)
        return naive

    @invariant()
    def events_say_everything(self) -> None:
        self.take()
        assert self.copy.leases == self.table.book.leases
        assert self.copy.waits == self.table.book.waits

    @invariant()
    def nobody_holds_what_another_holds(self) -> None:
        leases = list(self.copy.leases.values())
        for one in leases:
            for other in leases:
                if one.agent != other.agent:
                    assert not collide(one, other.scope, other.mode)

    @invariant()
    def nobody_waits_for_nothing(self) -> None:
        """No lost wake-up; and with `request`, first come, first served."""
        naive = self.naive()
        for wait in naive.waits.values():
            assert naive.blockers(wait.agent, wait.scopes, wait.mode, wait.ticket)

    @invariant()
    def no_circle_stands(self) -> None:
        naive = self.naive()
        assert not any(map(naive.is_in_a_circle, AGENTS))

    @invariant()
    def a_save_is_stopped_by_exactly_what_is_in_its_way(self) -> None:
        leases = [each for each in self.copy.leases.values() if each.expires_ns > self.now]
        for agent in AGENTS[:2]:
            for scope in SCOPES:
                if scope.module:
                    continue
                touched = {
                    each.token
                    for each in leases
                    if each.agent != agent and contains(each.scope, scope)
                }
                found = self.table.check(agent, [scope], [], self.now)
                assert {lease.token for lease in found} == touched
                whole = {
                    each.token for each in leases if each.agent != agent and meet(each.scope, scope)
                }
                found = self.table.check(agent, [], [scope], self.now)
                assert {lease.token for lease in found} == whole


LocksMachine.TestCase.settings = settings(
    max_examples=250,
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
test_locks = LocksMachine.TestCase
