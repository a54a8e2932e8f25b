"""Finding events and rows again, long paths and neighbouring names among them."""

from __future__ import annotations

import pytest

from agentfs.eventlog import EventLog
from agentfs.model.ids import AgentName, RepoPath, Seq
from tests.support.events import (
    ANN,
    BEN,
    V0,
    V1,
    V2,
    F,
    G,
    adopted,
    append,
    held,
    mounted,
    published,
    saved,
)

LONG = RepoPath(b"d/" * 300 + b"one")
LONGER = RepoPath(b"d/" * 300 + b"other")


def seqs(log: EventLog, agent: AgentName | None = None, path: RepoPath | None = None) -> list[int]:
    with log.snapshot() as tables:
        return [event.seq for event in tables.events_newest_first(agent, path)]


@pytest.fixture
def busy(log: EventLog) -> EventLog:
    append(
        log,
        mounted(),
        saved(V0, V1),
        saved(V0, V2, agent=BEN, path=G),
        published(Seq(2)),
        saved(V1, V1, path=G, origin=F),
        adopted(),
        held(Seq(3), agent=BEN, path=G),
    )
    return log


def test_events_newest_first(busy: EventLog) -> None:
    assert seqs(busy) == [7, 6, 5, 4, 3, 2, 1]


def test_by_agent(busy: EventLog) -> None:
    assert seqs(busy, ANN) == [5, 4, 2, 1]
    assert seqs(busy, BEN) == [7, 3]
    assert seqs(busy, AgentName("an")) == []


def test_by_path_and_where_it_came_from(busy: EventLog) -> None:
    assert seqs(busy, path=F) == [6, 5, 4, 2]
    assert seqs(busy, path=G) == [7, 5, 3]
    assert seqs(busy, path=RepoPath(b"src")) == []
    assert seqs(busy, path=RepoPath(b"")) == []


def test_by_both(busy: EventLog) -> None:
    assert seqs(busy, BEN, G) == [7, 3]
    assert seqs(busy, BEN, F) == []


def test_events_behind_a_cursor(busy: EventLog) -> None:
    with busy.snapshot() as tables:
        assert [event.seq for event in tables.events(Seq(4))] == [5, 6, 7]
        assert [event.seq for event in tables.events(Seq(0), limit=2)] == [1, 2]
        assert list(tables.events(Seq(0), limit=0)) == []
        assert list(tables.events(Seq(7))) == []


def test_long_paths_are_told_apart(log: EventLog) -> None:
    append(log, saved(V0, V1, path=LONG), saved(V0, V2, path=LONGER))
    with log.snapshot() as tables:
        assert [row.path for row in tables.pending_of(ANN)] == [LONG, LONGER]
        row = tables.pending(ANN, LONGER)
        assert row is not None
        assert row.shown == V2
    assert seqs(log, path=LONG) == [1]


def test_names_that_begin_alike_are_told_apart(log: EventLog) -> None:
    names = [AgentName("a"), AgentName("a-b"), AgentName("a.b"), AgentName("aa")]
    paths = [RepoPath(b"x"), RepoPath(b"x/y"), RepoPath(b"x\x01"), RepoPath(b"x\xff")]
    append(log, *(saved(V0, V1, agent=name, path=path) for name in names for path in paths))
    append(log, *(held(Seq(i + 1), agent=n, path=RepoPath(b"x")) for i, n in enumerate(names[:1])))
    for name in names:
        with log.snapshot() as tables:
            assert [row.path for row in tables.pending_of(name)] == sorted(paths)
            assert [row.agent for row in tables.held_on(RepoPath(b"x"))] == names[:1]
    assert len(seqs(log, path=RepoPath(b"x"))) == 5
    assert len(seqs(log, AgentName("a-b"))) == 4


def test_an_empty_log(log: EventLog) -> None:
    with log.snapshot() as tables:
        assert tables.last_seq() == 0
        assert list(tables.events_newest_first()) == []
        assert list(tables.events_newest_first(ANN, F)) == []
        assert tables.pending_of(ANN) == []
        assert tables.projected() == 0
        assert tables.next_conflict_id() == 1
        assert tables.sizes().events == 0
