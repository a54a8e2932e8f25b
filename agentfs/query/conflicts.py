"""Open conflicts: all, or one."""

from __future__ import annotations

from typing import Any

from agentfs.eventlog import Tables
from agentfs.model.conflicts import Conflict
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, ConflictId, RepoPath
from agentfs.model.paths import is_under
from agentfs.query.plain import plain


class NoSuchConflict(AgentfsError):
    """The user's: no conflict has this id, or it is decided already."""

    code = "no-such-conflict"


def list_conflicts(
    tables: Tables, agent: AgentName | None = None, path: RepoPath | None = None
) -> list[Conflict]:
    """Oldest first; those that `agent` has a side in; those of `path`, or of what is in it."""
    return [
        one
        for one in tables.conflicts()
        if (agent is None or agent in one.agents)
        and (path is None or one.path == path or is_under(one.path, path))
    ]


def one_conflict(tables: Tables, number: ConflictId) -> Conflict:
    """Raises NoSuchConflict."""
    found = tables.conflict(number)
    if found is None:
        raise NoSuchConflict(
            f"there is no conflict {number}", hint="agentfs conflicts lists those there are"
        )
    return found


def conflict_json(found: Conflict) -> dict[str, Any]:
    """A side that is not there is null."""
    fields: dict[str, Any] = plain(found)
    return fields
