"""The events of the log.  Facts only: nothing here is ever computed again.

Those of locks are in `lockevents`.
"""

from __future__ import annotations

import enum

from agentfs.model.changes import ParseState, SaveKind, SymbolChange
from agentfs.model.conflicts import Conflict
from agentfs.model.eventbase import EventBase
from agentfs.model.ids import AgentName, CommitId, ConflictId, RepoPath, Seq, SessionId, TreeId
from agentfs.model.lockevents import Intended, LockEvent
from agentfs.model.scopes import Scope
from agentfs.model.versions import PathChange, Version


class ViewMode(enum.Enum):
    LIVE = "live"
    PINNED = "pinned"


class HoldReason(enum.Enum):
    SYNTAX = "syntax"
    LOCK = "lock"
    CONFLICT = "conflict"
    POLICY = "policy"


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
    held: HoldReason | None = None
    """Accepted into the view, and not to be published for now; `cause` says why."""


class Refused(EventBase, frozen=True, kw_only=True, tag="refused"):
    """A save touched what another agent holds.

    Its content is kept, under the blob of `version`.  Either it is a save all the same, held
    back (the next event), or nothing came of it.
    """

    agent: AgentName
    session: SessionId
    request: int
    kind: SaveKind
    path: RepoPath
    base: Version | None
    version: Version | None
    scopes: tuple[Scope, ...]
    """What it touched of what is held."""
    holders: tuple[AgentName, ...]
    sentence: str
    """Who holds what, since when, until when, why, and what is free beside it."""
    held: bool = False


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


class Noticed(EventBase, frozen=True, kw_only=True, tag="noticed"):
    """The agent saved symbols that another had saved a moment before; nobody held them."""

    agent: AgentName
    path: RepoPath
    symbols: tuple[str, ...]
    other: AgentName
    sentence: str


Event = (
    Initialized
    | Mounted
    | Unmounted
    | Saved
    | Refused
    | Noticed
    | Published
    | Held
    | Resolved
    | Adopted
    | Repelled
    | Intended
    | LockEvent
)
