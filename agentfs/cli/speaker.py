"""Who speaks, what of, and for how long: what the commands about locks have in common."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

import click

from agentfs.cli import repository
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, agent_name
from agentfs.model.scopes import Scope, of_module, parse_scope
from agentfs.query.place import Place

VARIABLE: Final = "AGENTFS_AGENT"
_DURATION: Final = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|)")
_NS: Final = {"ms": 10**6, "s": 10**9, "": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}


class NoAgent(AgentfsError):
    """The user's: it is not said who wants it."""

    code = "no-agent"


class Duration(click.ParamType[int]):
    """Such as 30s, 5m, 1.5h or 90; gives nanoseconds."""

    name = "TIME"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if isinstance(value, int):
            return value
        found = _DURATION.fullmatch(str(value))
        nanoseconds = round(float(found[1]) * _NS[found[2]]) if found else 0
        if not nanoseconds:
            self.fail(f"{value!r} is no time: such as 30s, 5m or 1h", param, ctx)
        return nanoseconds


def speaker(place: Place, given: str | None) -> AgentName:
    """The agent of --agent, else of the view that one stands in, else of AGENTFS_AGENT.

    Raises NoAgent, BadAgentName.
    """
    if given is not None:
        return agent_name(given)
    here = repository.view_at(Path(os.path.realpath(Path())), repository.mounted_views())
    if here is not None and here.git_dir == place.git_dir:
        with place.read() as tables:
            for view in tables.views():
                if view.mounted and Path(view.path) == here.root:
                    return view.agent
    if os.environ.get(VARIABLE):
        return agent_name(os.environ[VARIABLE])
    raise NoAgent(
        "it is not said which agent this is for",
        hint=f"stand in its view, set {VARIABLE}, or give --agent",
    )


def scope_of(place: Place, text: str) -> Scope:
    """What `text` covers; its path is relative to where one stands, as in `agentfs log`.  A
    folder that is there is all that is in it.  Raises BadScope, BadPath."""
    where, parted, symbol = text.partition("::")
    path = repository.repo_path(place, where)
    if not parted and not where.endswith("/") and _is_folder(place, where):
        return of_module(path)
    slash = "/" if where.endswith("/") and path else ""
    return parse_scope(f"{os.fsdecode(path) or '.'}{slash}{parted}{symbol}")


def _is_folder(place: Place, where: str) -> bool:
    if os.path.isdir(where):
        return True
    return place.worktree is not None and (place.worktree / where).is_dir()
