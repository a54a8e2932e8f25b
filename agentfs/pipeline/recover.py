"""Recover: what is done when the coordinator starts, before anything is saved or published.

The log is right and git follows it.  A crash may have come between the event and the ref,
and a power cut may have lost or torn objects that were not synced; everything since the
last checkpoint is written again from the log, bit for bit, and the ref is put where the log
says.  To do it twice changes nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agentfs.eventlog.errors import LogFull
from agentfs.eventlog.log import Appender, EventLog
from agentfs.eventlog.tables import Tables
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Adopted, Published, Repelled
from agentfs.model.ids import AgentName
from agentfs.pipeline.faults import fault
from agentfs.pipeline.publication.align import Drift, drift, keep, move
from agentfs.pipeline.publication.projection import is_commit, project
from agentfs.trunk.branch import TrunkBranch
from agentfs.trunk.kinds import Kind
from agentfs.trunk.objects import ObjectStore


@dataclass(frozen=True)
class Recovered:
    """What was found; for the coordinator's own log, and to go on from."""

    remade: int
    """Commits that were written again, or found to be whole."""
    drift: Drift | None
    """Where the trunk's ref was, if not where the log says."""
    unpublished: tuple[AgentName, ...]
    """Agents with saves that are neither published nor held."""


class _Rewriting(ObjectStore):
    """Writes also over an object that is there but torn."""

    def write(self, kind: Kind, data: bytes) -> str:
        return self.rewrite(kind, data)


def recover(
    log: EventLog,
    git_dir: Path,
    branch: TrunkBranch,
    *,
    checked_out: Path | None,
    clock: Callable[[], int],
) -> Recovered:
    """`checked_out` is where the user has the trunk's branch checked out: then the ref is not
    moved, and publishing waits anyway.  `clock` gives nanoseconds since 1970.

    Raises ProjectionDiffers, MissingObject, ObjectNotWritten, RefNotWritten, LogFull.
    """
    store = _Rewriting(git_dir)
    with log.snapshot() as tables:
        last = tables.last_seq()
        remade = _project_again(tables, store)
        head = tables.head()
        agents = {row.agent for row in tables.pending_all() if row.held is None}
    fault("recover.projected")
    branch.clear_torn()
    found = drift(head, branch, store, clock()) if head is not None else None
    if head is not None and found is not None and not (found.puts_back and checked_out):
        _record(log, branch, found)
        if found.puts_back:
            move(branch, found.found, head.commit)
    fault("recover.ref-moved")
    branch.sync_objects()
    # On a full disk it stays where it is, and the next start looks at these events again.
    with contextlib.suppress(LogFull):
        _transact(log, lambda appender: appender.set_projected(last))
    return Recovered(remade, found, tuple(sorted(agents)))


def _project_again(tables: Tables, store: ObjectStore) -> int:
    """Write what git may lack of each event since the last checkpoint."""
    count = 0
    for event in tables.events(tables.projected()):
        if isinstance(event, Published) and is_commit(event):
            project(store, tables.content, event)
            count += 1
    return count


def _record(log: EventLog, branch: TrunkBranch, found: Drift) -> None:
    event: Adopted | Repelled | None = found.event
    if event is None:
        return
    if isinstance(event, Repelled):
        keep(branch, event)
    _transact(log, lambda appender: appender.append(event))


def _transact(log: EventLog, item: Callable[[Appender], object]) -> None:
    (result,) = log.transact([item])
    if isinstance(result, AgentfsError):
        raise result
