"""Whom and what an event is about: what it is found by."""

from __future__ import annotations

from agentfs.model.events import (
    Adopted,
    Event,
    Held,
    Noticed,
    Published,
    Refused,
    Resolved,
    Saved,
)
from agentfs.model.ids import AgentName, RepoPath


def agent_of(event: Event) -> AgentName | None:
    return getattr(event, "agent", None)


def paths_of(event: Event) -> tuple[RepoPath, ...]:
    """Every path that `event` says something of, each once."""
    match event:
        case Saved(origin=None) | Refused() | Noticed() | Held() | Resolved():
            return (event.path,)
        case Saved(origin=origin) if origin is not None:
            return tuple(dict.fromkeys((event.path, origin)))
        case Published():
            moved = (path for pair in event.moved for path in pair)
            return tuple(dict.fromkeys((*(change.path for change in event.paths), *moved)))
        case Adopted():
            return tuple(dict.fromkeys(change.path for change in event.paths))
        case _:
            return ()
