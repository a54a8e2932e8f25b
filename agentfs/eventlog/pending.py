"""What happens to the unpublished saves of one path of one view.  Pure functions over rows.

A row is a chain of segments.  Within a segment every save was made from the one before, so
that one three-way merge (base, trunk, version) does for all of them.  A save that was made
from something else begins a segment of its own.  Chains are kept in normal form: no segment
begins where the one before it ends, and a lone segment that changes nothing is no row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec.structs import replace

from agentfs.model.events import Held, HoldReason, Resolved, Saved
from agentfs.model.ids import Seq
from agentfs.model.rows import PendingRow, Segment
from agentfs.model.versions import Version

VersionOf = Callable[[Seq], Version | None]
"""The version that a save made; None is a deletion."""


def saves_of(row: PendingRow) -> tuple[Seq, ...]:
    """Every save in the row, in order of writing."""
    return tuple(seq for segment in row.segments for seq in segment.saves)


def covers(row: PendingRow | None, saves: Collection[Seq]) -> bool:
    """Whether all of `saves` are still pending in `row`: what a publisher must know, in the
    transaction that appends Published or Held, of saves that it merged a while before.

    They are not if the agent took its change back meanwhile; to publish it then would put
    into the trunk what nobody wants any more.
    """
    return not saves or (row is not None and set(saves) <= set(saves_of(row)))


def after_save(row: PendingRow | None, save: Saved) -> PendingRow | None:
    """The row once `save` was made; None if path and base are the same again.

    What was held for a lock stays so: the newer save contains the older.  The publisher, which
    knows the locks, sees whether it still touches them.
    """
    if row is None:
        return _row_of(PendingRow(save.agent, save.path, (_first(save),), save.held, ()))
    *before, last = row.segments
    segments = _normal((*before, *_continued(last, save)))
    return _row_of(replace(row, segments=segments, held=save.held or _for_lock(row)))


def after_publish(
    row: PendingRow, published: Collection[Seq], version_of: VersionOf
) -> PendingRow | None:
    """The row without the saves that are now in the trunk; `row` itself if it has none of them.

    Conflicts that it had are over: a merge of the same saves succeeded.
    """
    if not any(seq in published for seq in saves_of(row)):
        return row
    rest = _uncovered(row, published, version_of)
    return _row_of(replace(row, segments=rest, held=_for_lock(row), conflicts=()))


def after_hold(row: PendingRow, held: Held, version_of: VersionOf) -> PendingRow:
    """The row as `held` says, with what was saved since at its end.

    A save that `held` does not know has not been merged yet: the row is then not held, so
    that it is merged again.  A held row stays even if its version is its base: a rename that
    the trunk has no place for changes no content.
    """
    rest = _uncovered(row, held.saves, version_of)
    time_ns = _last_time(row, held)
    head = Segment(held.base, held.version, held.saves, time_ns)
    return replace(
        row,
        segments=_normal((head, *rest)),
        held=_for_lock(row) if rest else held.reason,
        conflicts=tuple(conflict.id for conflict in held.conflicts),
    )


def after_resolve(row: PendingRow, resolved: Resolved) -> PendingRow | None:
    """The row with its saves to be merged again from another base."""
    segment = Segment(resolved.base, resolved.version, saves_of(row), row.segments[-1].time_ns)
    left = tuple(one for one in row.conflicts if one not in resolved.conflicts)
    return _row_of(replace(row, segments=(segment,), held=None, conflicts=left))


def _for_lock(row: PendingRow) -> HoldReason | None:
    return row.held if row.held is HoldReason.LOCK else None


def _first(save: Saved) -> Segment:
    return Segment(save.base, save.version, (save.seq,), save.time_ns, save.origin)


def _continued(last: Segment, save: Saved) -> tuple[Segment, ...]:
    """`last`, longer by `save`, or both."""
    extended = replace(
        last, version=save.version, saves=(*last.saves, save.seq), time_ns=save.time_ns
    )
    if save.base == last.version or (save.version is None and save.base is None):
        return (extended,)
    # Who deletes what it read before the path moved on, and makes it anew, as many tools do,
    # undoes what came in between unless its own run of saves begins at what it had read.
    if last.version is None and save.version is not None:
        # The view had deleted the path and this save puts something else there: what it was
        # made from counts, not what the deletion was made from.
        return (replace(extended, base=save.base, origin=save.origin),)
    return (last, _first(save))


def _uncovered(
    row: PendingRow, covered: Collection[Seq], version_of: VersionOf
) -> tuple[Segment, ...]:
    """The segments of what is not in `covered`.

    A segment may be covered up to some save: while the first ones were merged, another was
    made on top.  What is left of it was made from the last covered version; to merge it from
    the old base would set the agent's newer text against its own older one.
    """
    rest = []
    for segment in row.segments:
        done = max((i + 1 for i, seq in enumerate(segment.saves) if seq in covered), default=0)
        if done == 0:
            rest.append(segment)
        elif done < len(segment.saves):
            base = version_of(segment.saves[done - 1])
            rest.append(replace(segment, base=base, saves=segment.saves[done:], origin=None))
    return _normal(tuple(rest))


def _normal(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Joins segments of which one begins where the other ends."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last and segment.base == last.version and segment.origin is None:
            joined[-1] = replace(
                last,
                version=segment.version,
                saves=last.saves + segment.saves,
                time_ns=segment.time_ns,
            )
        else:
            joined.append(segment)
    return tuple(joined)


def _row_of(row: PendingRow) -> PendingRow | None:
    """`row`, or None if there is nothing in it that could be published."""
    if not row.segments:
        return None
    only = row.segments[0]
    if len(row.segments) == 1 and only.base == only.version and only.origin is None:
        return None
    return row


def _last_time(row: PendingRow, held: Held) -> int:
    times = [s.time_ns for s in row.segments if any(seq in held.saves for seq in s.saves)]
    return times[-1] if times else held.time_ns
