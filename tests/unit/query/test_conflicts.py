"""Conflicts: listed, found, shown."""

from __future__ import annotations

import json

import msgspec
import pytest

from agentfs.eventlog import EventLog
from agentfs.model.ids import AgentName, ConflictId, RepoPath
from agentfs.query.conflicts import NoSuchConflict, conflict_json, list_conflicts, one_conflict
from tests.support.events import ANN, BEN, G, conflict


def test_all_or_some(busy: EventLog) -> None:
    with busy.snapshot() as tables:
        assert [one.id for one in list_conflicts(tables)] == [1, 2]
        assert [one.id for one in list_conflicts(tables, agent=BEN, path=G)] == [1, 2]
        assert [one.id for one in list_conflicts(tables, path=RepoPath(b"src"))] == [1, 2]
        assert list_conflicts(tables, path=RepoPath(b"src/g")) == []
        assert list_conflicts(tables, agent=AgentName("zoe")) == []


def test_one(busy: EventLog) -> None:
    with busy.snapshot() as tables:
        assert one_conflict(tables, ConflictId(2)) == conflict(2, path=G)
        with pytest.raises(NoSuchConflict, match="no conflict 3"):
            one_conflict(tables, ConflictId(3))


def test_json() -> None:
    value = msgspec.structs.replace(conflict(1), mine=b"\xff\n", trunk=None)
    assert json.loads(json.dumps(conflict_json(value))) == {
        "id": 1,
        "path": "src/f.py",
        "agents": [ANN, BEN],
        "kind": "edit/edit",
        "symbol": "f",
        "line": 1,
        "lines": 1,
        "base": "v0",
        "trunk": None,
        "mine": "\\xff\n",
        "reason": "",
    }
