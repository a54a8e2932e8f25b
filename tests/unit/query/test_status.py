"""Status: one value of one moment, and the JSON that scripts rely on."""

from __future__ import annotations

import json

from msgspec.structs import replace

from agentfs.eventlog import EventLog
from agentfs.model.changes import SaveKind
from agentfs.model.events import HoldReason, Refused
from agentfs.model.lockevents import Granted
from agentfs.model.locks import Lease, LockMode, Token
from agentfs.model.scopes import of_symbol
from agentfs.query.status import Status, read_status
from tests.support.events import (
    ANN,
    BEN,
    COMMITS,
    SESSION,
    V0,
    V1,
    F,
    G,
    append,
    initialized,
    saved,
)

NOW = 1_000_000_000


def status(log: EventLog) -> Status:
    with log.snapshot() as tables:
        return read_status(tables, NOW)


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
    assert list(found) == [
        "views",
        "unpublished",
        "held",
        "refused",
        "locks",
        "conflicts",
        "trunk",
        "log",
    ]
    assert found["views"][1] == {
        "agent": "ben",
        "path": "/views/ben",
        "mode": "pinned",
        "pin": COMMITS[3],
        "mounted": False,
        "unpublished": 1,
    }
    assert found["unpublished"][0] == {"agent": "ann", "path": "src/caf\\xe9", "saves": 2}
    assert found["held"] == [{"agent": "ann", "path": "src/g.py", "reason": "conflict", "why": ""}]
    assert found["trunk"] == {"ref": "refs/heads/trunk", "commit": COMMITS[1], "seq": 5}
    assert found["log"]["events"] == found["log"]["last_seq"] == 11
    assert found["log"]["bytes"] > 0


def test_before_anything_was_done(log: EventLog) -> None:
    found = status(log).to_json()
    assert (found["views"], found["trunk"], found["conflicts"]) == ([], None, 0)


def test_locks_and_what_they_stopped(log: EventLog) -> None:
    scope = of_symbol(F, "f")
    lease = Lease(Token(1), ANN, scope, LockMode.EXCLUSIVE, 0, NOW + 1, 30)
    over = Lease(Token(2), ANN, of_symbol(G, "g"), LockMode.EXCLUSIVE, 0, NOW, 30)
    refused = Refused(
        agent=BEN,
        session=SESSION,
        request=1,
        kind=SaveKind.DELETE,
        path=G,
        base=V0,
        version=None,
        scopes=(scope,),
        holders=(ANN,),
        sentence="ann holds it",
    )
    held_back = replace(refused, path=F, request=2, version=V1, held=True)
    append(
        log,
        initialized(),
        Granted(agent=ANN, leases=(lease, over)),
        refused,
        held_back,
        saved(V0, V1, agent=BEN, request=2, held=HoldReason.LOCK),
    )
    found = status(log)
    assert found.locks == 1
    assert [(one.path, one.reason, one.why) for one in found.held] == [
        (F, HoldReason.LOCK, "ann holds it")
    ]
    assert [(one.agent, one.path, one.why) for one in found.refused] == [(BEN, G, "ann holds it")]
    assert log.check() == []
