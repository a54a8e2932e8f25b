"""A conflict as a value: what two sides made of one region of one path."""

from __future__ import annotations

import enum

import msgspec

from agentfs.model.ids import AgentName, ConflictId, RepoPath


class ConflictKind(enum.Enum):
    EDIT_EDIT = "edit/edit"
    EDIT_DELETE = "edit/delete"
    """The trunk edited what the agent deleted."""
    DELETE_EDIT = "delete/edit"
    """The trunk deleted what the agent edited."""
    ADD_ADD = "add/add"
    MOVE_MOVE = "move/move"
    """Both moved one thing, to different places, or one moved what the other deleted."""
    UNSURE = "unsure"
    """Merged without a clash, but the result could not be accounted for."""
    TYPE = "type"
    """File against folder, symlink or mode: nothing that text can hold."""


class Conflict(msgspec.Struct, frozen=True, array_like=True):
    """`base`, `trunk` and `mine` are the region's bytes on each side; None is "not there".

    `line` is the region's first line in the agent's text, from 1; `lines` how many lines
    of the agent's text it covers, maybe 0.
    """

    id: ConflictId
    path: RepoPath
    agents: tuple[AgentName, ...]
    """The agent whose save is held, then who last changed the trunk's side, if known."""
    kind: ConflictKind
    symbol: str
    line: int
    lines: int
    base: bytes | None
    trunk: bytes | None
    mine: bytes | None
    reason: str = ""
    """Why it was not merged, where that is more than that both sides changed it."""
