"""Events, newest first, and how an event is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from agentfs.eventlog import Tables
from agentfs.eventlog.subjects import agent_of, paths_of
from agentfs.model.events import (
    Adopted,
    Event,
    Held,
    Initialized,
    Mounted,
    Noticed,
    Published,
    Refused,
    Repelled,
    Resolved,
    Saved,
    Unmounted,
)
from agentfs.model.ids import ROOT, AgentName, RepoPath
from agentfs.model.paths import display, is_under
from agentfs.query.lockdeeds import lock_deed
from agentfs.query.plain import plain

_SHORT = 10


def history(
    tables: Tables,
    agent: AgentName | None = None,
    path: RepoPath | None = None,
    limit: int | None = None,
) -> list[Event]:
    """At most `limit` events of `agent` (of everyone), on `path` or, if it is a folder, on
    anything in it.  A path that the log never saw as a file is taken for a folder, and all
    events are looked through."""
    return list(islice(_events(tables, agent, path), limit))


def _events(tables: Tables, agent: AgentName | None, path: RepoPath | None) -> Iterator[Event]:
    if path is None or path == ROOT:
        return tables.events_newest_first(agent)
    of_file = tables.events_newest_first(agent, path)
    if next(tables.events_newest_first(path=path), None) is not None:
        return of_file
    return (
        event
        for event in tables.events_newest_first(agent)
        if any(is_under(one, path) for one in paths_of(event))
    )


def event_json(event: Event) -> dict[str, Any]:
    """``event`` is its kind, ``time`` its time in readable form; the rest are its fields."""
    name = event.__struct_config__.tag
    return {"event": name, "time": time_text(event), **plain(event)}


def time_text(event: Event) -> str:
    """ISO 8601, UTC, to the millisecond."""
    moment = datetime.fromtimestamp(event.time_ns / 1e9, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def summary(event: Event) -> str:
    """One line: who did what.  Without number and time."""
    who = agent_of(event)
    return f"{who} {_deed(event)}" if who is not None else _deed(event)


def _deed(event: Event) -> str:
    match event:
        case Saved():
            return _saved(event)
        case Published():
            return (
                f"published {_count(len(event.paths), 'path')} as {event.commit[:_SHORT]}: "
                + _listed([display(change.path) for change in event.paths])
            )
        case Held():
            conflicts = f", {_count(len(event.conflicts), 'conflict')}" if event.conflicts else ""
            return f"held {display(event.path)}: {event.reason.value}{conflicts}"
        case Resolved():
            numbers = ", ".join(str(number) for number in event.conflicts)
            return f"resolved conflict {numbers} of {display(event.path)}: took {event.take}"
        case Adopted():
            return f"trunk adopted {event.commit[:_SHORT]} ({_count(len(event.paths), 'path')})"
        case Repelled():
            return f"trunk put back; {event.commit[:_SHORT]} kept as {event.kept_as}"
        case Mounted():
            pin = f" at {event.pin[:_SHORT]}" if event.pin else ""
            return f"mounted {event.path} ({event.mode.value}{pin})"
        case Unmounted():
            return "unmounted"
        case Initialized():
            return f"trunk {event.trunk_ref} began at {event.commit[:_SHORT]}"
        case Refused():
            what = "held back" if event.held else "refused"
            return f"was {what} at {display(event.path)}: {event.sentence}"
        case Noticed():
            return f"was told at {display(event.path)}: {event.sentence}"
        case _:
            return lock_deed(event)


def _saved(event: Saved) -> str:
    origin = f" (was {display(event.origin)})" if event.origin is not None else ""
    symbols = f": {_listed(_symbols(event))}" if event.symbols else ""
    return f"saved {display(event.path)}, {event.kind.value}{origin}{symbols}"


def _symbols(event: Saved) -> list[str]:
    """Those of what was moved or renamed are one, though the event has two."""
    gone = {change.was for change in event.symbols if change.was}
    return [
        f"{change.symbol} (was {change.was})" if change.was else change.symbol
        for change in event.symbols
        if change.how != "deleted" or change.symbol not in gone
    ]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _listed(names: list[str], most: int = 3) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
