"""History: the right events, newest first; as JSON and as a line."""

from __future__ import annotations

import json

import msgspec
import pytest

from agentfs.eventlog import EventLog
from agentfs.model.changes import SaveKind, SymbolChange
from agentfs.model.events import Event, Repelled
from agentfs.model.ids import AgentName, RepoPath
from agentfs.query.history import event_json, history, summary
from tests.support.events import (
    ANN,
    BEN,
    COMMITS,
    V0,
    V1,
    F,
    G,
    adopted,
    conflict,
    held,
    initialized,
    mounted,
    published,
    resolved,
    saved,
    unmounted,
)


def seqs(
    log: EventLog,
    agent: AgentName | None = None,
    path: bytes | None = None,
    limit: int | None = None,
) -> list[int]:
    with log.snapshot() as tables:
        found = history(tables, agent, None if path is None else RepoPath(path), limit)
        return [event.seq for event in found]


def test_all_newest_first(busy: EventLog) -> None:
    assert seqs(busy) == list(range(11, 0, -1))


def test_at_most(busy: EventLog) -> None:
    assert seqs(busy, limit=3) == [11, 10, 9]
    assert seqs(busy, limit=0) == []
    assert seqs(busy, ANN, limit=2) == [9, 8]


def test_by_agent_and_path(busy: EventLog) -> None:
    assert seqs(busy, BEN) == [11, 10, 3]
    assert seqs(busy, path=F) == [5, 4]
    assert seqs(busy, ANN, G) == [7, 6]
    assert seqs(busy, BEN, G) == []


def test_of_a_folder_all_that_is_in_it(busy: EventLog) -> None:
    assert seqs(busy, path=b"src") == [9, 8, 7, 6, 5, 4]
    assert seqs(busy, BEN, b"src") == []
    assert seqs(busy, path=b"sr") == []
    assert seqs(busy, BEN, b"") == [11, 10, 3]


EVENTS: list[tuple[Event, str]] = [
    (initialized(), "trunk refs/heads/trunk began at 0000000000"),
    (mounted(), "ann mounted /views/ann (live)"),
    (mounted(BEN, COMMITS[3]), "ben mounted /views/ben (pinned at 3333333333)"),
    (unmounted(), "ann unmounted"),
    (saved(V0, V1), "ann saved src/f.py, write"),
    (saved(V0, V1, origin=G), "ann saved src/f.py, write (was src/g.py)"),
    (published(), "ann published 1 path as 1111111111: src/f.py"),
    (held(conflicts=(conflict(1),)), "ann held src/f.py: conflict, 1 conflict"),
    (resolved(1, 2, base=V0, to=V1), "ann resolved conflict 1, 2 of src/f.py: took mine"),
    (adopted(), "trunk adopted 2222222222 (1 path)"),
    (
        Repelled(commit=COMMITS[4], kept_as="refs/agentfs/x"),
        "trunk put back; 4444444444 kept as refs/agentfs/x",
    ),
]


@pytest.mark.parametrize(("event", "line"), EVENTS, ids=[line for _, line in EVENTS])
def test_a_line_for_each_kind(event: Event, line: str) -> None:
    assert summary(event) == line


@pytest.mark.parametrize("event", [event for event, _ in EVENTS])
def test_json_of_each_kind(event: Event) -> None:
    plain = json.loads(json.dumps(event_json(event)))
    assert plain["event"] in type(event).__name__.lower()
    assert plain["time"] == "1970-01-01T00:00:00.000Z"
    assert set(event.__struct_fields__) <= set(plain)


def test_symbols_are_named() -> None:
    many = tuple(SymbolChange(f"f{n}", "changed") for n in range(5))
    event = msgspec.structs.replace(saved(V0, V1), symbols=many)
    assert summary(event).endswith(": f0, f1, f2 and 2 more")


def test_what_was_renamed_is_named_once() -> None:
    changes = (
        SymbolChange("Login", "renamed", "Session"),
        SymbolChange("connect", "changed"),
        SymbolChange("Session", "deleted"),
        SymbolChange("close", "deleted"),
    )
    event = msgspec.structs.replace(saved(V0, V1), symbols=changes)
    assert summary(event).endswith(": Login (was Session), connect, close")


def test_versions_as_git_writes_them() -> None:
    plain = event_json(saved(None, V1, path=RepoPath(b"caf\xe9")))
    assert plain["version"] == {"blob": V1.blob, "mode": "100644"}
    assert plain["base"] is None
    assert plain["path"] == "caf\\xe9"
    assert plain["kind"] == SaveKind.WRITE.value
