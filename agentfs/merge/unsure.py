"""The conflict of a merge whose lines are clean, but which cannot be accounted for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agentfs.merge.hunks import diff_lines, split_lines
from agentfs.merge.lines import Group, groups, joined
from agentfs.merge.values import Clash, Clean, MergeResult
from agentfs.model.conflicts import ConflictKind


def unsure(base: bytes, left: bytes, right: bytes, reason: str, line: int = 0) -> MergeResult:
    """One conflict of all that lies between a change of the one side and a change of the other:
    those that are nearest to a line of the merged text (from 1), or without one the farthest
    apart.  All other changes are in the result."""
    texts = [split_lines(text) for text in (base, left, right)]
    found = list(groups(diff_lines(base, left), diff_lines(base, right)))
    first, last = _chosen(found, line) if line else (0, len(found) - 1)
    start, end = found[first], found[last]
    was = b"".join(texts[0][start.base.start : end.base.stop])
    ours = b"".join(texts[1][start.left.start : end.left.stop])
    theirs = b"".join(texts[2][start.right.start : end.right.stop])
    row = start.right.start + 1
    clash = Clash(was, ours, theirs, row, ConflictKind.UNSURE, reason=reason)
    head = _merged(found[:first], texts, slice(0, start.base.start))
    tail = _merged(found[last + 1 :], texts, slice(end.base.stop, len(texts[0])))
    return MergeResult(tuple(joined([Clean(head), clash, Clean(tail)])))


def _merged(found: Sequence[Group], texts: Sequence[Sequence[bytes]], rows: slice) -> bytes:
    """These rows of base, with each group as the side that made it has it."""
    base, left, right = texts
    merged: list[bytes] = []
    at = rows.start
    for group in found:
        merged += base[at : group.base.start]
        merged += left[group.left] if group.of_left else right[group.right]
        at = group.base.stop
    return b"".join([*merged, *base[at : rows.stop]])


def _chosen(found: Sequence[Group], line: int) -> tuple[int, int]:
    """The places of the groups nearest to a line of the merged text, one of each side."""
    distances: list[int] = []
    shift = 0
    for group in found:
        start = group.base.start + shift + 1
        changed, had = group.left if group.of_left else group.right, group.base
        shift += (changed.stop - changed.start) - (had.stop - had.start)
        end = group.base.stop + shift
        distances.append(max(start - line, line - end, 0))

    def nearest(has: Callable[[Group], bool]) -> int:
        return min((at for at, each in enumerate(found) if has(each)), key=lambda at: distances[at])

    both = nearest(lambda group: group.of_left), nearest(lambda group: group.of_right)
    return min(both), max(both)
