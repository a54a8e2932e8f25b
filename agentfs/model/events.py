"""The events of the log.  Facts only: nothing here is ever computed again.

`seq` and `time_ns` (nanoseconds since 1970) are given by the log when it appends; an event
that is not yet appended has 0 in both.
"""

from __future__ import annotations

import enum

import msgspec

from agentfs.model.changes import ParseState, SaveKind, SymbolChange
from agentfs.model.conflicts import Conflict
from agentfs.model.ids import AgentName, CommitId, ConflictId, RepoPath, Seq, SessionId, TreeId
from agentfs.model.versions import PathChange, Version


class ViewMode(enum.Enum):
    LIVE = "live"
    PINNED = "pinned"


class HoldReason(enum.Enum):
    SYNTAX = "syntax"
    LOCK = "lock"
    CONFLICT = "conflict"
    POLICY = "policy"


class EventBase(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    seq: Seq = Seq(0)
    time_ns: int = 0
    cause: Seq | None = None
    """The event that this one follows from."""


class Initialized(EventBase, frozen=True, kw_only=True, tag="initialized"):
    """The repository was made ready; `commit` is where the trunk began."""

    trunk_ref: str
    commit: CommitId
    tree: TreeId


class Mounted(EventBase, frozen=True, kw_only=True, tag="mounted"):
    agent: AgentName
    path: str
    """The mount point, absolute."""
    mode: ViewMode
    pin: CommitId | None
    """The commit that a pinned view shows."""


class Unmounted(EventBase, frozen=True, kw_only=True, tag="unmounted"):
    agent: AgentName


class Saved(EventBase, frozen=True, kw_only=True, tag="saved"):
    """An accepted save."""

    agent: AgentName
    session: SessionId
    request: int
    """Number of the request within its session; a repeated request is the same save."""
    kind: SaveKind
    path: RepoPath
    base: Version | None
    """What the writer had read; None if there was nothing."""
    version: Version | None
    """None: the path was deleted."""
    origin: RepoPath | None = None
    """For a rename of a tracked file: the path it had, whose version is `base`."""
    symbols: tuple[SymbolChange, ...] = ()
    parse: ParseState = ParseState.NONE


class Published(EventBase, frozen=True, kw_only=True, tag="published"):
    """A changeset was merged and committed.  Enough to make the commit again, bit for bit."""

    agent: AgentName
    commit: CommitId
    tree: TreeId
    parent: CommitId
    author: str
    email: str
    seconds: int
    """Author and committer time, seconds since 1970, in UTC."""
    message: str
    paths: tuple[PathChange, ...]
    moved: tuple[tuple[RepoPath, RepoPath], ...] = ()
    """Renames of tracked files in this commit: old path, new path."""
    saves: tuple[Seq, ...] = ()
    """Saves that are now wholly in the trunk."""
    notes: tuple[str, ...] = ()
    """What is worth knowing about how it was merged."""


class Held(EventBase, frozen=True, kw_only=True, tag="held"):
    """Saves of one path stay in their view.  Replaces what was held of the path before."""

    agent: AgentName
    path: RepoPath
    saves: tuple[Seq, ...]
    reason: HoldReason
    base: Version | None
    """The base of the next merge: what was published of the path, with the conflicting
    regions put back to their old base."""
    version: Version | None
    conflicts: tuple[Conflict, ...] = ()


class Resolved(EventBase, frozen=True, kw_only=True, tag="resolved"):
    """Someone decided conflicts of one path; its saves are merged again from `base`."""

    agent: AgentName
    path: RepoPath
    conflicts: tuple[ConflictId, ...]
    take: str
    """``mine`` or ``trunk``."""
    base: Version | None
    version: Version | None


class Adopted(EventBase, frozen=True, kw_only=True, tag="adopted"):
    """Commits that others put on the trunk branch with git, now part of the trunk."""

    commit: CommitId
    tree: TreeId
    parent: CommitId
    """The trunk's head before; an ancestor of `commit`."""
    paths: tuple[PathChange, ...]


class Repelled(EventBase, frozen=True, kw_only=True, tag="repelled"):
    """The trunk branch was moved to a commit that lacks accepted saves; it was put back."""

    commit: CommitId
    kept_as: str
    """The ref that now names `commit`."""


Event = Initialized | Mounted | Unmounted | Saved | Published | Held | Resolved | Adopted | Repelled
