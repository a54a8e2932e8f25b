"""Status: one value of one moment, and the JSON that scripts rely on."""

from __future__ import annotations

import json

from agentfs.eventlog import EventLog
from agentfs.query.status import Status, read_status
from tests.support.events import COMMITS


def status(log: EventLog) -> Status:
    with log.snapshot() as tables:
        return read_status(tables)


def test_everything_is_counted_once(busy: EventLog) -> None:
    found = status(busy)
    assert [(view.agent, view.mounted, view.unpublished) for view in found.views] == [
        ("ann", True, 2),
        ("ben", False, 1),
    ]
    assert [(one.agent, one.path, one.saves) for one in found.unpublished] == [
        ("ann", b"src/caf\xe9", 2),
        ("ben", b"new", 1),
    ]
    assert [(one.agent, one.path, one.reason.value) for one in found.held] == [
        ("ann", b"src/g.py", "conflict")
    ]
    assert found.conflicts == 2


def test_the_json(busy: EventLog) -> None:
    found = json.loads(json.dumps(status(busy).to_json()))
    assert list(found) == ["views", "unpublished", "held", "conflicts", "trunk", "log"]
    assert found["views"][1] == {
        "agent": "ben",
        "path": "/views/ben",
        "mode": "pinned",
        "pin": COMMITS[3],
        "mounted": False,
        "unpublished": 1,
    }
    assert found["unpublished"][0] == {"agent": "ann", "path": "src/caf\\xe9", "saves": 2}
    assert found["held"] == [{"agent": "ann", "path": "src/g.py", "reason": "conflict"}]
    assert found["trunk"] == {"ref": "refs/heads/trunk", "commit": COMMITS[1], "seq": 5}
    assert found["log"]["events"] == found["log"]["last_seq"] == 11
    assert found["log"]["bytes"] > 0


def test_before_anything_was_done(log: EventLog) -> None:
    found = status(log).to_json()
    assert (found["views"], found["trunk"], found["conflicts"]) == ([], None, 0)
