"""Which of a view's pending rows go into the next changeset.

Pure.  All that is not held; of what is held for a conflict, what there is a reason to look
at again; and of a rename always both halves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from agentfs.model.events import Event, HoldReason
from agentfs.model.ids import RepoPath, Seq
from agentfs.model.rows import PendingRow
from agentfs.pipeline.integration.renames import halves

_FRESH: Final = (None, HoldReason.LOCK)
_MOVABLE: Final = (None, HoldReason.CONFLICT, HoldReason.LOCK)


def choose(
    rows: Collection[PendingRow],
    again: Collection[RepoPath],
    event: Callable[[Seq], Event],
    settled_ns: int | None = None,
    locked: Collection[RepoPath] = (),
) -> list[PendingRow]:
    """`rows` are all of one agent; `again` are paths of held ones to be reconsidered.

    With `settled_ns`, files that were made, moved or deleted after that time are left out.
    `locked` are the paths that are held for a lock that stands.
    """
    movable = [row for row in rows if row.held in _MOVABLE]
    chosen = {
        row.path
        for row in movable
        if (_is_due(row) and not is_unsettled(row, settled_ns)) or row.path in again
    }
    pairs = [set(pair) for pair in halves(movable, event).items()]
    while linked := [pair for pair in pairs if pair & chosen and not pair <= chosen]:
        chosen |= set().union(*linked)
    for pair in pairs:
        if not pair.isdisjoint(locked):
            chosen -= pair
    return [row for row in movable if row.path in chosen and row.path not in locked]


def is_unsettled(row: PendingRow, settled_ns: int | None) -> bool:
    """Whether the path only just came or went.  A view that is never quiet is published all
    the same; but half of an editor's save, a temporary name or a file that is gone for a
    moment, is nothing that others should see."""
    if settled_ns is None or row.held not in _FRESH or row.segments[-1].time_ns <= settled_ns:
        return False
    return row.shown is None or any(
        part.base is None or part.origin is not None for part in row.segments
    )


def _is_due(row: PendingRow) -> bool:
    """A row that is held without a conflict waits for the other half of its rename, which
    may be gone by now."""
    return row.held in (None, HoldReason.LOCK) or not row.conflicts
