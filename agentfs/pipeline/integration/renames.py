"""Which pending rows are about the same file: renames by this view, renames in the trunk.

Pure over what `Known` reads.  A rename by the view is two rows, the deletion of the old
path and the new path with its `origin`; they go to the trunk together or not at all.
A rename in the trunk is in the log's `moved` table; saves of the old path follow it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from agentfs.eventlog.pending import saves_of
from agentfs.model.conflicts import Conflict, ConflictKind
from agentfs.model.events import Event, Saved
from agentfs.model.ids import ROOT, RepoPath, Seq
from agentfs.model.rows import PendingRow, Segment
from agentfs.model.versions import Version
from agentfs.pipeline.integration.known import Known
from agentfs.pipeline.integration.merging import Stand, agreed


@dataclass(frozen=True)
class Task:
    """One row's merge: its segments, one after another, onto `start`.

    `start` None means: onto what the trunk has at `target`.
    """

    row: PendingRow
    target: RepoPath
    segments: tuple[Segment, ...]
    start: Stand | None = None
    leaves: RepoPath | None = None
    """For the new path of a rename: the old one, if its row says that it is gone."""
    needs: RepoPath | None = None
    """A row without which this one is not published: if that conflicts, this is held too."""


def tasks(rows: Collection[PendingRow], known: Known) -> list[Task]:
    """One task a row, in order of the rows' paths."""
    by_path = {row.path: row for row in rows}
    arrivals = halves(rows, known.event)
    made = {path: _plain(row, known, arrivals.get(path)) for path, row in by_path.items()}
    for row in by_path.values():
        origin = origin_of(row)
        if origin is None:
            continue
        deletion = by_path.get(origin)
        if deletion is not None and deletion.shown is not None:
            deletion = None
        made[row.path] = _arrival(row, origin, deletion, known)
        if deletion is not None:
            made[origin] = _departure(deletion, made[row.path], known)
    return [made[path] for path in sorted(made)]


def halves(rows: Collection[PendingRow], event: Callable[[Seq], Event]) -> dict[RepoPath, RepoPath]:
    """The renames of which both halves are among `rows`: old path to new path.

    A row that was held has lost its origin, but not its saves.
    """
    deletions = {row.path: row for row in rows if row.shown is None}
    found = {}
    for row in rows:
        for arrival in _renames_in(row, event) if row.shown is not None else ():
            deletion = deletions.get(arrival.origin or ROOT)
            # A younger one is of another file, which came to the old path later.
            if deletion is not None and saves_of(deletion)[0] < arrival.seq:
                found[deletion.path] = row.path
    return found


def origin_of(row: PendingRow) -> RepoPath | None:
    """Where the trunk has the file that this view renamed to the row's path."""
    at = _renamed_at(row)
    return None if at is None or row.shown is None else row.segments[at].origin


def standing(row: PendingRow, known: Known) -> Conflict | None:
    """The row's conflict about a file of which the trunk has nothing any more.

    Such a row has no base, and but for this conflict would be a new file.
    """
    if row.segments[0].base is not None or row.shown is None or known.trunk(row.path):
        return None
    listed = [known.conflict(number) for number in row.conflicts]
    for conflict in listed:
        if conflict and conflict.path == row.path and conflict.kind is ConflictKind.DELETE_EDIT:
            return conflict
    return None


def _renames_in(row: PendingRow, event: Callable[[Seq], Event]) -> Iterator[Saved]:
    if row.conflicts or origin_of(row) is not None:
        for seq in saves_of(row):
            save = event(seq)
            if isinstance(save, Saved) and save.origin is not None:
                yield save


def _renamed_at(row: PendingRow) -> int | None:
    """Which segment began with a rename to this path.  Those before it were deleted then."""
    found = [at for at, part in enumerate(row.segments) if part.origin not in (None, row.path)]
    return found[-1] if found else None


def _plain(row: PendingRow, known: Known, needs: RepoPath | None) -> Task:
    if standing(row, known) is not None:
        return Task(row, row.path, (), _gone(row.segments[0], row.shown))
    segments = row.segments
    if _renamed_at(row) is not None:
        # Renamed to here and then away: gone is what was here before.
        replaced = known.replaced_by(row)
        segments = (replace(segments[-1], base=replaced, origin=None),)
    target = row.path
    if any(part.base is not None for part in segments):
        target = known.renamed_to(row.path) or row.path
    return Task(row, target, segments, needs=needs)


def _arrival(row: PendingRow, origin: RepoPath, deletion: PendingRow | None, known: Known) -> Task:
    """The new path of a rename.  What the view had saved of the file before it renamed it is
    in the deletion's row, and so is the version of the trunk that all of it began from."""
    first, *later = row.segments[_renamed_at(row) :]
    earlier: list[Segment] = []
    leaves = None
    if deletion is not None:
        *earlier, last = deletion.segments
        first = replace(first, base=last.base)
        leaves = origin
    here, there = known.trunk(row.path), known.trunk(origin)
    move = known.moved_last_to(origin)
    if here is not None and there is None and move == row.path:
        # Another agent gave it the same name.
        return Task(row, row.path, (*earlier, first, *later), leaves=leaves)
    if here is not None and here != known.replaced_by(row):
        # Someone else's file stands there, and nothing of it is this file's base.
        return Task(row, row.path, (replace(first, base=None), *later), leaves=leaves)
    if there is None:
        return Task(row, row.path, (), _gone(first, row.shown))
    return Task(row, row.path, (*earlier, first, *later), agreed(there), leaves=leaves)


def _departure(row: PendingRow, arrival: Task, known: Known) -> Task:
    """The old path of a rename.  What the trunk has there goes with the file, and no more:
    another row of this view may put something there, following a rename in the trunk."""
    carried = known.trunk(row.path)
    if carried is None:
        return Task(row, row.path, ())
    segments = row.segments
    if arrival.start is not None:
        segments = (replace(segments[-1], base=carried, origin=None),)
    return Task(row, row.path, segments, needs=arrival.row.path)


def _gone(segment: Segment, mine: Version | None) -> Stand:
    """The trunk deleted the file, or another agent's rename took it elsewhere."""
    return Stand(None, None, mine, ConflictKind.DELETE_EDIT, was=segment.base)
