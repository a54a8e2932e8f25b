"""Every message that crosses the coordinator's socket.

A client sends `Request(id, body)`; the coordinator answers each with one `Reply(id, …)`,
in any order.  Nothing is pushed: who wants news reads the log when the doorbell rings.
"""

from __future__ import annotations

import msgspec

from agentfs.model.changes import ParseState, SaveKind, SymbolChange
from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName, CommitId, ConflictId, RepoPath, Seq, SessionId
from agentfs.model.locks import DEFAULT_TTL_NS, Lease, LockMode, Token
from agentfs.model.scopes import Scope
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
    moved: tuple[str, ...] = ()
    """Symbols that stand elsewhere in the file, though their text may be the same."""
    around: tuple[str, ...] | None = None
    """If one of the texts does not parse: the symbols around each line that changed, which then
    count in the place of `symbols` and `moved`."""
    whole: bool = False
    """The file comes, goes or changes as such, with all that is in it."""


class Save(Body, frozen=True, kw_only=True, tag="save"):
    """Record these paths, all or none.  Answer: Recorded, or Stopped.

    `request` counts up within `session`; the same number again is the same save, and is
    answered as it was the first time.
    """

    agent: AgentName
    session: SessionId
    request: int
    paths: tuple[SavedPath, ...]
    writing: bool
    """Whether the view has a tracked path open for writing."""
    hold: bool = False
    """What touches another's lock is kept as it is, and held back; else nothing comes of it."""
    quiet: bool = False
    """With `hold`: nobody has to be told, for it is the first half of a save."""
    probe: bool = False
    """Record nothing, but for a refusal: somebody wants to begin to write."""
    beside: tuple[Scope, ...] = ()
    """What the view knows to be free beside it, for the sentence of a refusal."""


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


class Lock(Body, frozen=True, kw_only=True, tag="lock"):
    """Get leases of all of `scopes`, or none.  Answer: Locked, or NotLocked.

    With `wait_ns` it queues for so long if it has to: the answer comes when its turn has
    come, or the time has passed.  With `stay` the answer comes at once, and says its place.
    """

    agent: AgentName
    scopes: tuple[Scope, ...]
    mode: LockMode = LockMode.EXCLUSIVE
    ttl_ns: int = DEFAULT_TTL_NS
    why: str = ""
    wait_ns: int = 0
    stay: bool = False
    intent: bool = False
    """Say to all what is meant, too; needs `why`."""
    alternatives: bool = False
    """If it is not granted: what else is free nearby?"""


class Unlock(Body, frozen=True, kw_only=True, tag="unlock"):
    """Give back leases of exactly `scopes`, None for all, and leave the queue.  With `force`
    those of whoever holds them.  Answer: Unlocked."""

    agent: AgentName
    scopes: tuple[Scope, ...] | None
    force: bool = False


class Renew(Body, frozen=True, kw_only=True, tag="renew"):
    """Answer: Locked, with those of `tokens` that the agent still holds."""

    agent: AgentName
    tokens: tuple[Token, ...]


class Transfer(Body, frozen=True, kw_only=True, tag="transfer"):
    """Give a lease to another agent.  Answer: Locked, with the other's lease."""

    agent: AgentName
    token: Token
    to: AgentName


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


class Stopped(Answer, frozen=True, kw_only=True, tag="stopped"):
    """A save touched what another agent holds: see `sentence`.  Durable.

    `seqs` as in Recorded if it was held back; empty if nothing came of it but event `refused`.
    """

    seqs: tuple[Seq, ...]
    refused: Seq
    sentence: str


class Locked(Answer, frozen=True, kw_only=True, tag="locked"):
    leases: tuple[Lease, ...]
    """One a scope, in the order of the request; durable."""


class NotLocked(Answer, frozen=True, kw_only=True, tag="not-locked"):
    """`reason` is ``held``, ``queued``, ``timeout``, ``withdrawn`` or ``deadlock``."""

    reason: str
    sentence: str
    holders: tuple[Lease, ...] = ()
    """Of what is in the way; not all if they are very many."""
    place: int = 0
    """In the queue: 1 is next.  0: in no queue."""
    expected_ns: int = 0
    """How long until all in the way is over, if nobody renews and nobody gives up."""
    alternatives: tuple[Scope, ...] = ()
    """What is free nearby, best first."""


class Unlocked(Answer, frozen=True, kw_only=True, tag="unlocked"):
    leases: tuple[Lease, ...]
    """What was held until now."""


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
    body: (
        Hello
        | Save
        | Activity
        | Mount
        | Unmount
        | Settle
        | Resolve
        | Lock
        | Unlock
        | Renew
        | Transfer
        | Ping
        | Stop
    )


class Reply(msgspec.Struct, frozen=True, array_like=True):
    id: int
    answer: Done | Recorded | Stopped | MountedAt | Pong | Locked | NotLocked | Unlocked | Failure


__all__ = [
    "Activity",
    "Answer",
    "Body",
    "Done",
    "Failure",
    "Hello",
    "Lock",
    "Locked",
    "Mount",
    "MountedAt",
    "NotLocked",
    "Ping",
    "Pong",
    "Recorded",
    "Renew",
    "Reply",
    "Request",
    "Resolve",
    "Save",
    "SavedPath",
    "Settle",
    "Stop",
    "Stopped",
    "Transfer",
    "Unlock",
    "Unlocked",
    "Unmount",
]
