"""How long saves took to get to the trunk, and to another agent's eyes.

A save's time is the log's: that of its `saved` event.  It is in the trunk when the log has
the `published` event that names it.  It is visible when the observer has read it in its own
view.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tools.rig.percentiles import Times
from tools.rig.stage import Agentfs
from tools.swarm.messages import Outcome, Shape

_ALL = "1000000000"
_NS = 1e6


class LogEvent(msgspec.Struct, frozen=True):
    """What is needed of an entry of `agentfs log --json`."""

    event: str
    seq: int
    time_ns: int
    agent: str | None = None
    path: str = ""
    saves: tuple[int, ...] = ()


@dataclass(frozen=True)
class SaveTimes:
    saves: int
    to_trunk: Times
    to_view: Times


def save_times(agentfs: Agentfs, outcomes: Sequence[Outcome], seen: Mapping[str, int]) -> SaveTimes:
    """`seen` is marker to the time when the observer saw it.  Raises ProgramFailed."""
    listed = agentfs.json("log", "-n", _ALL)
    events = [msgspec.convert(one, LogEvent) for one in listed]
    saved = {event.seq: event for event in events if event.event == "saved"}
    return SaveTimes(
        len(saved),
        Times.of(_to_trunk(events, saved)),
        Times.of(_to_view(outcomes, saved, seen)),
    )


def _to_trunk(events: Sequence[LogEvent], saved: Mapping[int, LogEvent]) -> Iterator[float]:
    for event in events:
        if event.event == "published":
            for seq in event.saves:
                yield (event.time_ns - saved[seq].time_ns) / _NS


def _to_view(
    outcomes: Sequence[Outcome], saved: Mapping[int, LogEvent], seen: Mapping[str, int]
) -> Iterator[float]:
    by_place: defaultdict[tuple[str | None, str], list[int]] = defaultdict(list)
    for event in saved.values():
        by_place[event.agent, event.path].append(event.time_ns)
    for outcome in outcomes:
        edit = outcome.edit
        path = edit.target if edit.shape is Shape.RENAME else edit.path
        # An agent does one thing at a time, so its saves meanwhile are this edit's.
        times = [
            time_ns
            for time_ns in by_place[edit.agent, path]
            if outcome.began_ns <= time_ns <= outcome.ended_ns
        ]
        if times and edit.marker in seen:
            yield (seen[edit.marker] - max(times)) / _NS
