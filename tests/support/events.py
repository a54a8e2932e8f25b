"""Events with everything in them that a test does not care about."""

from __future__ import annotations

from collections.abc import Callable

from agentfs.eventlog import Appender, EventLog, Tables, blob_id, compress
from agentfs.model.changes import SaveKind
from agentfs.model.conflicts import Conflict, ConflictKind
from agentfs.model.errors import AgentfsError
from agentfs.model.events import (
    Adopted,
    Event,
    Held,
    HoldReason,
    Initialized,
    Mounted,
    Published,
    Resolved,
    Saved,
    Unmounted,
    ViewMode,
)
from agentfs.model.ids import (
    AgentName,
    CommitId,
    ConflictId,
    RepoPath,
    Seq,
    SessionId,
    TreeId,
)
from agentfs.model.versions import Mode, PathChange, Version

ANN = AgentName("ann")
BEN = AgentName("ben")
F = RepoPath(b"src/f.py")
G = RepoPath(b"src/g.py")
SESSION = SessionId("session")
COMMITS = tuple(CommitId(str(digit) * 40) for digit in range(10))
TREE = TreeId("e" * 40)


def version(text: bytes) -> Version:
    return Version(blob_id(text), Mode.FILE)


V0, V1, V2, V3 = (version(b"v%d" % number) for number in range(4))


def initialized() -> Initialized:
    return Initialized(trunk_ref="refs/heads/trunk", commit=COMMITS[0], tree=TREE)


def saved(
    base: Version | None,
    to: Version | None,
    *,
    agent: AgentName = ANN,
    path: RepoPath = F,
    origin: RepoPath | None = None,
    session: SessionId = SESSION,
    request: int = 1,
    held: HoldReason | None = None,
) -> Saved:
    return Saved(
        agent=agent,
        session=session,
        request=request,
        kind=SaveKind.WRITE if to is not None else SaveKind.DELETE,
        path=path,
        base=base,
        version=to,
        origin=origin,
        held=held,
    )


def published(
    *saves: Seq,
    agent: AgentName = ANN,
    path: RepoPath = F,
    before: Version | None = V0,
    after: Version | None = V1,
    moved: tuple[tuple[RepoPath, RepoPath], ...] = (),
    commit: CommitId = COMMITS[1],
) -> Published:
    return Published(
        agent=agent,
        commit=commit,
        tree=TREE,
        parent=COMMITS[0],
        author=agent,
        email=f"{agent}@agents",
        seconds=1,
        message="change",
        paths=(PathChange(path, before, after, 77),),
        moved=moved,
        saves=saves,
    )


def adopted(path: RepoPath = F, before: Version | None = V0, after: Version | None = V1) -> Adopted:
    return Adopted(
        commit=COMMITS[2],
        tree=TREE,
        parent=COMMITS[0],
        paths=(PathChange(path, before, after, 88),),
    )


def conflict(number: int, *, agent: AgentName = ANN, path: RepoPath = F) -> Conflict:
    return Conflict(
        id=ConflictId(number),
        path=path,
        agents=(agent, BEN),
        kind=ConflictKind.EDIT_EDIT,
        symbol="f",
        line=1,
        lines=1,
        base=b"v0",
        trunk=b"theirs",
        mine=b"v1",
    )


def held(
    *saves: Seq,
    base: Version | None = V0,
    to: Version | None = V1,
    conflicts: tuple[Conflict, ...] = (),
    agent: AgentName = ANN,
    path: RepoPath = F,
    reason: HoldReason = HoldReason.CONFLICT,
) -> Held:
    return Held(
        agent=agent,
        path=path,
        saves=saves,
        reason=reason,
        base=base,
        version=to,
        conflicts=conflicts,
    )


def resolved(*conflicts: int, base: Version | None, to: Version | None) -> Resolved:
    return Resolved(
        agent=ANN,
        path=F,
        conflicts=tuple(map(ConflictId, conflicts)),
        take="mine",
        base=base,
        version=to,
    )


def mounted(agent: AgentName = ANN, pin: CommitId | None = None) -> Mounted:
    mode = ViewMode.LIVE if pin is None else ViewMode.PINNED
    return Mounted(agent=agent, path=f"/views/{agent}", mode=mode, pin=pin)


def unmounted(agent: AgentName = ANN) -> Unmounted:
    return Unmounted(agent=agent)


def append(log: EventLog, *events: Event) -> list[Seq]:
    """Appends `events` in one transaction; their numbers."""
    (outcome,) = log.transact([appending(*events)])
    if isinstance(outcome, AgentfsError):
        raise outcome
    return outcome


def appending(*events: Event) -> Callable[[Appender], list[Seq]]:
    return lambda appender: [appender.append(event).seq for event in events]


def storing(content: bytes) -> Callable[[Appender], None]:
    return lambda appender: appender.put_content(blob_id(content), compress(content))


def state_of(tables: Tables) -> dict[str, list[tuple[bytes, bytes]]]:
    """Every record of every table that is not a fact."""
    names = ("meta", "paths", "moved", "pending", "waiting", "conflicts", "views", "kept")
    indexes = ("history", "by_agent", "requests", "request_ring")
    locks = ("leases", "leases_on", "leases_of", "queue", "refusals", "refused")
    return {name: list(tables.records(name)) for name in names + indexes + locks}
