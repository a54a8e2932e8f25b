from __future__ import annotations

from typing import cast

from tools.rig.stage import Agentfs
from tools.swarm.messages import Edit, Outcome, Shape, Tool
from tools.swarm.times import save_times

MS = 10**6


class Log:
    """Stands for the command: answers with these events."""

    def __init__(self, *events: dict[str, object]) -> None:
        self.events = [{"seq": seq, **event} for seq, event in enumerate(events, 1)]

    def json(self, *_arguments: str) -> object:
        return self.events[::-1]


def saved(at_ms: int, path: str = "a.py", agent: str = "agent-1") -> dict[str, object]:
    return {"event": "saved", "time_ns": at_ms * MS, "agent": agent, "path": path}


def outcome(began_ms: int, ended_ms: int, marker: str) -> Outcome:
    edit = Edit(
        agent="agent-1", number=1, tool=Tool.SED, shape=Shape.ABOVE, path="a.py", marker=marker
    )
    return Outcome(edit=edit, error="", began_ns=began_ms * MS, ended_ns=ended_ms * MS)


def test_times_of_saves() -> None:
    log = Log(
        {"event": "mounted", "time_ns": 1, "agent": "agent-1", "path": "/view"},
        saved(1000),
        saved(1010),
        saved(1020, agent="agent-2"),
        saved(2000),
        {"event": "published", "time_ns": 1500 * MS, "agent": "agent-1", "saves": [2, 3]},
    )
    outcomes = [outcome(990, 1015, "one"), outcome(1990, 2005, "two")]
    times = save_times(cast("Agentfs", log), outcomes, {"one": 1600 * MS})
    assert times.saves == 4
    assert times.to_trunk.milliseconds == [490, 500]
    assert times.to_view.milliseconds == [590]
