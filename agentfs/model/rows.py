"""What the log's state tables hold: folds over the events.  `eventlog/schema.py` has the rules."""

from __future__ import annotations

import msgspec

from agentfs.model.events import HoldReason, ViewMode
from agentfs.model.ids import AgentName, CommitId, ConflictId, RepoPath, Seq, TreeId
from agentfs.model.versions import Version


class Head(msgspec.Struct, frozen=True, array_like=True):
    """The trunk as the log has it."""

    commit: CommitId
    tree: TreeId
    seq: Seq
    """The event that put it there."""


class ViewRow(msgspec.Struct, frozen=True, array_like=True):
    agent: AgentName
    path: str
    mode: ViewMode
    pin: CommitId | None
    mounted: bool
    seq: Seq


class PathRow(msgspec.Struct, frozen=True, array_like=True):
    """The newest trunk change of a path since `Initialized`."""

    path: RepoPath
    version: Version | None
    mtime_ns: int
    agent: AgentName | None
    """Who changed it; None for an adopted commit."""
    seq: Seq


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """A run of saves of one path, each made from the one before: one three-way merge."""

    base: Version | None
    version: Version | None
    saves: tuple[Seq, ...]
    time_ns: int
    """When the last of them was made."""
    origin: RepoPath | None = None
    """Where the file was before this view renamed it; `base` is its version there."""


class PendingRow(msgspec.Struct, frozen=True, array_like=True):
    """The unpublished saves of one path of one agent, in order of writing.

    `shown` is what the view shows: the last segment's version.  With `held` set the
    row waits for something to change; without, for the view to settle.
    """

    agent: AgentName
    path: RepoPath
    segments: tuple[Segment, ...]
    held: HoldReason | None
    conflicts: tuple[ConflictId, ...]

    @property
    def shown(self) -> Version | None:
        return self.segments[-1].version if self.segments else None


class KeptRow(msgspec.Struct, frozen=True, array_like=True):
    """A published save that a pinned view goes on showing over its pin."""

    agent: AgentName
    path: RepoPath
    version: Version | None
    mtime_ns: int


class MoveRow(msgspec.Struct, frozen=True, array_like=True):
    """A tracked file was renamed in the trunk."""

    old: RepoPath
    new: RepoPath
    seq: Seq


class RefusalRow(msgspec.Struct, frozen=True, array_like=True):
    """A save that touched what another agent holds; `seq` is its Refused."""

    agent: AgentName
    path: RepoPath
    seq: Seq
    sentence: str
    held: bool
