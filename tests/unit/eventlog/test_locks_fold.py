"""What each event of locks does to the tables."""

from __future__ import annotations

from msgspec.structs import replace

from agentfs.eventlog import EventLog
from agentfs.model.changes import SaveKind
from agentfs.model.events import HoldReason, Noticed, Refused
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.lockevents import (
    Dequeued,
    Expired,
    Granted,
    Intended,
    Queued,
    Released,
    Renewed,
    Transferred,
)
from agentfs.model.locks import Lease, Left, LockMode, Ticket, Token, Wait
from agentfs.model.scopes import Scope, parse_scope
from tests.support.events import (
    ANN,
    BEN,
    SESSION,
    V0,
    V1,
    V2,
    F,
    append,
    initialized,
    published,
    saved,
    state_of,
)


def lease(token: int, scope: str, agent: AgentName = ANN) -> Lease:
    return Lease(Token(token), agent, parse_scope(scope), LockMode.EXCLUSIVE, 1, 100, 99, "why")


def wait(ticket: int, *scopes: str) -> Wait:
    wanted: tuple[Scope, ...] = tuple(map(parse_scope, scopes))
    return Wait(Ticket(ticket), BEN, wanted, LockMode.SHARED, 30, 1, 1000)


def held(log: EventLog) -> dict[int, Lease]:
    with log.snapshot() as tables:
        return {each.token: each for each in tables.leases()}


def test_a_grant_is_found_by_token_agent_and_path(log: EventLog) -> None:
    symbol, module, long = (
        lease(1, "src/f.py::C.m"),
        lease(2, "src/**", BEN),
        lease(3, "long/" * 100 + "g"),
    )
    seqs = append(
        log,
        initialized(),
        Granted(agent=ANN, leases=(symbol, long)),
        Granted(agent=BEN, leases=(module,)),
    )
    with log.snapshot() as tables:
        assert tables.lease(Token(1)) == symbol
        assert tables.leases_of(ANN) == [symbol, long]
        assert tables.leases_in(RepoPath(b"src/f.py")) == [symbol]
        assert tables.leases_in(long.scope.path) == [long]
        assert tables.leases_in(RepoPath(b"src")) == []
        assert list(tables.lease_modules()) == [(2, b"src/**")]
        assert tables.highest_token() == 3
        assert tables.locks_seq() == seqs[-1]


def test_leases_end_are_renewed_and_change_hands(log: EventLog) -> None:
    first, other, third = lease(1, "a"), lease(2, "b"), lease(3, "c")
    given = replace(lease(4, "c", BEN), granted_ns=5)
    append(
        log,
        initialized(),
        Granted(agent=ANN, leases=(first, other, third)),
        Renewed(agent=ANN, tokens=(Token(1),), expires_ns=500),
        Expired(agent=ANN, tokens=(Token(2),)),
        Transferred(agent=ANN, token=Token(3), lease=given),
    )
    assert held(log) == {1: replace(first, expires_ns=500), 4: given}
    shared = replace(lease(5, "a"), mode=LockMode.SHARED)
    append(
        log,
        Granted(agent=ANN, leases=(shared,), replaces=(Token(1),)),
        Released(agent=BEN, tokens=(Token(4),), forced=True),
    )
    assert held(log) == {5: shared}
    with log.snapshot() as tables:
        assert tables.leases_of(BEN) == []
        assert tables.highest_token() == 5


def test_the_queue_is_in_order_of_arrival_and_a_grant_ends_a_place(log: EventLog) -> None:
    first, other, third = wait(1, "a"), wait(2, "b", "c"), wait(300, "d")
    longer = replace(first, until_ns=2000)
    append(
        log,
        initialized(),
        *(Queued(agent=BEN, wait=each) for each in (first, other, third, longer)),
    )
    with log.snapshot() as tables:
        assert list(tables.queue()) == [longer, other, third]
    append(
        log,
        Dequeued(agent=BEN, ticket=Ticket(2), reason=Left.DEADLOCK),
        Granted(agent=BEN, leases=(lease(1, "a", BEN),), ticket=Ticket(1)),
    )
    with log.snapshot() as tables:
        assert list(tables.queue()) == [third]
        assert tables.highest_ticket() == 300


def refused(held: bool, request: int = 1) -> Refused:
    return Refused(
        agent=ANN,
        session=SESSION,
        request=request,
        kind=SaveKind.WRITE,
        path=F,
        base=V0,
        version=V1,
        scopes=(parse_scope("src/f.py::f"),),
        holders=(BEN,),
        sentence="ben holds it",
        held=held,
    )


def test_a_refusal_stands_until_the_agent_saves_the_path(log: EventLog) -> None:
    _, seq = append(log, initialized(), refused(held=False))
    with log.snapshot() as tables:
        row = tables.refusal(ANN, F)
        assert row is not None
        assert (row.seq, row.sentence, row.held) == (seq, "ben holds it", False)
        assert tables.request(ANN, SESSION, 1) == (seq,)
        assert tables.pending(ANN, F) is None
    append(log, saved(V0, V2, request=2))
    with log.snapshot() as tables:
        assert tables.refusal(ANN, F) is None
        assert list(tables.refused(ANN)) == [seq]


def test_of_what_is_held_the_refusal_stands_until_it_is_published(log: EventLog) -> None:
    *_, seq = append(log, initialized(), refused(held=True), saved(V0, V1, held=HoldReason.LOCK))
    with log.snapshot() as tables:
        assert tables.refusal(ANN, F) is not None
        assert tables.request(ANN, SESSION, 1) == (seq,)
        [row] = tables.held_on(F)
        assert row.held is HoldReason.LOCK
    append(log, published(seq))
    with log.snapshot() as tables:
        assert tables.refusal(ANN, F) is None
        assert list(tables.pending_all()) == []


def test_the_state_is_the_fold_of_all_of_it(log: EventLog) -> None:
    append(
        log,
        initialized(),
        Intended(agent=ANN, scopes=(parse_scope("a"),), why="to do it"),
        Granted(agent=ANN, leases=(lease(1, "a"), lease(2, "src/**"))),
        Queued(agent=BEN, wait=wait(1, "a")),
        refused(held=False),
        Noticed(agent=ANN, path=F, symbols=("f",), other=BEN, sentence="ben saved f"),
        Renewed(agent=ANN, tokens=(Token(1), Token(77)), expires_ns=500),
    )
    with log.snapshot() as tables:
        before = state_of(tables)
    log.rebuild_state()
    with log.snapshot() as tables:
        assert state_of(tables) == before
    assert log.check() == []
