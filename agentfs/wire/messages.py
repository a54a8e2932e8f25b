"""Every message that crosses the coordinator's socket.

A client sends `Request(id, body)`; the coordinator answers each with one `Reply(id, …)`,
in any order.  Nothing is pushed: who wants news reads the log when the doorbell rings.
"""

from __future__ import annotations

import msgspec

from agentfs.model.changes import ParseState, SaveKind, SymbolChange
from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName, CommitId, ConflictId, RepoPath, Seq, SessionId
from agentfs.model.versions import Version


class Body(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What a client asks for."""


class Hello(Body, frozen=True, kw_only=True, tag="hello"):
    """First message of a view process: it is mounted and serves.  Answer: Done."""

    agent: AgentName
    session: SessionId
    pid: int


class SavedPath(msgspec.Struct, frozen=True, kw_only=True):
    """One path of a save.  `content` is the new content, zstd-compressed; None if the
    version is a deletion, or one whose content the log or git already has."""

    kind: SaveKind
    path: RepoPath
    base: Version | None
    version: Version | None
    content: bytes | None = None
    origin: RepoPath | None = None
    symbols: tuple[SymbolChange, ...] = ()
    parse: ParseState = ParseState.NONE


class Save(Body, frozen=True, kw_only=True, tag="save"):
    """Record these paths, all or none.  Answer: Recorded.

    `request` counts up within `session`; the same number again is the same save, and is
    answered as it was the first time.
    """

    agent: AgentName
    session: SessionId
    request: int
    paths: tuple[SavedPath, ...]
    writing: bool
    """Whether the view has a tracked path open for writing."""


class Activity(Body, frozen=True, kw_only=True, tag="activity"):
    """The view began or ended writing tracked paths.  Answer: Done."""

    agent: AgentName
    session: SessionId
    writing: bool


class Mount(Body, frozen=True, kw_only=True, tag="mount"):
    """Mount a view and answer MountedAt when it serves."""

    agent: AgentName
    path: str
    mode: ViewMode
    pin: CommitId | None


class Unmount(Body, frozen=True, kw_only=True, tag="unmount"):
    """Answer: Done, when the mount is gone.  With `force` even if it is in use."""

    agent: AgentName
    force: bool


class Settle(Body, frozen=True, kw_only=True, tag="settle"):
    """Publish the agent's saves now.  Answer: Done, when none is left that is not held."""

    agent: AgentName


class Resolve(Body, frozen=True, kw_only=True, tag="resolve"):
    """Decide a conflict.  `take` is ``mine`` or ``trunk``.  Answer: Done."""

    conflict: ConflictId
    take: str


class Ping(Body, frozen=True, kw_only=True, tag="ping"):
    """Answer: Pong."""


class Stop(Body, frozen=True, kw_only=True, tag="stop"):
    """Publish, unmount all views, end the coordinator.  Answer: Done, before it ends."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What the coordinator says."""


class Done(Answer, frozen=True, kw_only=True, tag="done"):
    pass


class Recorded(Answer, frozen=True, kw_only=True, tag="recorded"):
    seqs: tuple[Seq, ...]
    """One a path, in the order of the request; durable."""


class MountedAt(Answer, frozen=True, kw_only=True, tag="mounted-at"):
    path: str
    pid: int
    milliseconds: float


class Pong(Answer, frozen=True, kw_only=True, tag="pong"):
    pid: int
    version: str
    trunk_problem: str
    """Why publishing waits, in one sentence; empty if it does not."""


class Failure(Answer, frozen=True, kw_only=True, tag="failure"):
    """An AgentfsError, as it was raised there."""

    code: str
    message: str
    hint: str


class Request(msgspec.Struct, frozen=True, array_like=True):
    id: int
    body: Hello | Save | Activity | Mount | Unmount | Settle | Resolve | Ping | Stop


class Reply(msgspec.Struct, frozen=True, array_like=True):
    id: int
    answer: Done | Recorded | MountedAt | Pong | Failure


__all__ = [
    "Activity",
    "Answer",
    "Body",
    "Done",
    "Failure",
    "Hello",
    "Mount",
    "MountedAt",
    "Ping",
    "Pong",
    "Recorded",
    "Reply",
    "Request",
    "Resolve",
    "Save",
    "SavedPath",
    "Settle",
    "Stop",
    "Unmount",
]
