"""How things stand: views, unpublished and held saves, conflicts, the trunk, the log."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from agentfs.eventlog import Tables
from agentfs.model.events import HoldReason, ViewMode
from agentfs.model.ids import AgentName, CommitId, RepoPath, Seq
from agentfs.model.rows import PendingRow, ViewRow
from agentfs.query.locks import live_leases
from agentfs.query.plain import plain


class ViewStatus(msgspec.Struct, frozen=True):
    agent: AgentName
    path: str
    mode: ViewMode
    pin: CommitId | None
    mounted: bool
    """As the log has it: a view whose process just died is still mounted."""
    unpublished: int
    """Paths of the view that the trunk does not have yet, held ones too."""


class Unpublished(msgspec.Struct, frozen=True):
    """A path whose saves wait for the view to settle."""

    agent: AgentName
    path: RepoPath
    saves: int


class HeldPath(msgspec.Struct, frozen=True):
    agent: AgentName
    path: RepoPath
    reason: HoldReason
    why: str
    """Of what is held for a lock: whose."""


class RefusedPath(msgspec.Struct, frozen=True):
    """The agent's last change of a path was refused, and it has made none since."""

    agent: AgentName
    path: RepoPath
    seq: Seq
    why: str


class TrunkStatus(msgspec.Struct, frozen=True):
    ref: str
    commit: CommitId
    seq: Seq
    """The event that put it there."""


class LogStatus(msgspec.Struct, frozen=True):
    events: int
    bytes: int
    last_seq: Seq


class Status(msgspec.Struct, frozen=True):
    """A path is in `unpublished` or in `held`, not in both."""

    views: tuple[ViewStatus, ...]
    unpublished: tuple[Unpublished, ...]
    held: tuple[HeldPath, ...]
    refused: tuple[RefusedPath, ...]
    locks: int
    conflicts: int
    trunk: TrunkStatus | None
    """None before the repository is made ready."""
    log: LogStatus

    def to_json(self) -> dict[str, Any]:
        fields: dict[str, Any] = plain(self)
        return fields


def read_status(tables: Tables, now: int) -> Status:
    """`now` is nanoseconds since 1970."""
    rows = list(tables.pending_all())
    waiting = Counter(row.agent for row in rows)
    return Status(
        views=tuple(_view(view, waiting[view.agent]) for view in tables.views()),
        unpublished=tuple(
            Unpublished(row.agent, row.path, sum(len(part.saves) for part in row.segments))
            for row in rows
            if row.held is None
        ),
        held=tuple(_held(tables, row) for row in rows if row.held is not None),
        refused=tuple(
            RefusedPath(row.agent, row.path, row.seq, row.sentence)
            for row in tables.refusals()
            if not row.held
        ),
        locks=len(live_leases(tables, now)),
        conflicts=sum(1 for _ in tables.conflicts()),
        trunk=_trunk(tables),
        log=_log(tables),
    )


def _held(tables: Tables, row: PendingRow) -> HeldPath:
    assert row.held is not None
    refusal = tables.refusal(row.agent, row.path) if row.held is HoldReason.LOCK else None
    return HeldPath(row.agent, row.path, row.held, refusal.sentence if refusal else "")


def _view(row: ViewRow, unpublished: int) -> ViewStatus:
    return ViewStatus(row.agent, row.path, row.mode, row.pin, row.mounted, unpublished)


def _trunk(tables: Tables) -> TrunkStatus | None:
    began, head = tables.initialized(), tables.head()
    if began is None or head is None:
        return None
    return TrunkStatus(began.trunk_ref, head.commit, head.seq)


def _log(tables: Tables) -> LogStatus:
    sizes = tables.sizes()
    return LogStatus(events=sizes.events, bytes=sizes.bytes, last_seq=tables.last_seq())
