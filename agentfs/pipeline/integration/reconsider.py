"""Whose held saves a change of the trunk concerns.  Pure over the log's tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agentfs.eventlog.tables import Tables
from agentfs.model.events import HoldReason
from agentfs.model.paths import ancestors, is_under
from agentfs.model.rows import PendingRow
from agentfs.model.versions import PathChange


def concerned(tables: Tables, changes: Iterable[PathChange]) -> Iterator[PendingRow]:
    """Rows held for a conflict on a changed path; and for a path that went, those that it may
    have left no room for: files in its place, or in the place of a folder above it."""
    deleted = []
    for change in changes:
        yield from _conflicting(tables.held_on(change.path))
        if change.after is None:
            deleted.append(change.path)
            for folder in ancestors(change.path):
                yield from _conflicting(tables.held_on(folder))
    if deleted:
        # Rare enough to look at every row.
        for row in _conflicting(tables.pending_all()):
            if any(is_under(row.path, path) for path in deleted):
                yield row


def _conflicting(rows: Iterable[PendingRow]) -> Iterator[PendingRow]:
    return (row for row in rows if row.held is HoldReason.CONFLICT)
