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
    starts = _places(found[:first], found[first].start)
    ends = _places(found[: last + 1], found[last].end)
    was, ours, theirs = (
        b"".join(lines[start:end]) for lines, start, end in zip(texts, starts, ends, strict=True)
    )
    clash = Clash(was, ours, theirs, starts[2] + 1, ConflictKind.UNSURE, reason=reason)
    head = _merged(found[:first], texts, (0, 0, 0), starts)
    tail = _merged(found[last + 1 :], texts, ends, tuple(map(len, texts)))
    return MergeResult(tuple(joined([Clean(head), clash, Clean(tail)])))


_Places = tuple[int, ...]
"""A line number of base, of left and of right."""


def _places(before: Sequence[Group], row: int) -> _Places:
    """Where the line of base that is `row` stands in each text."""
    left = sum(hunk.growth for group in before for hunk in group.left)
    right = sum(hunk.growth for group in before for hunk in group.right)
    return row, row + left, row + right


def _merged(
    found: Sequence[Group], texts: Sequence[Sequence[bytes]], starts: _Places, ends: _Places
) -> bytes:
    """The lines between two places, each group as the side that made it has it."""
    base, left, right = texts
    merged: list[bytes] = []
    at, left_at, right_at = starts
    for group in found:
        merged += base[at : group.start]
        left_at += group.start - at
        right_at += group.start - at
        left_end = left_at + group.end - group.start + sum(hunk.growth for hunk in group.left)
        right_end = right_at + group.end - group.start + sum(hunk.growth for hunk in group.right)
        merged += left[left_at:left_end] if group.left else right[right_at:right_end]
        at, left_at, right_at = group.end, left_end, right_end
    return b"".join([*merged, *base[at : ends[0]]])


def _chosen(found: Sequence[Group], line: int) -> tuple[int, int]:
    """The places of the groups nearest to a line of the merged text, one of each side."""
    distances: list[int] = []
    shift = 0
    for group in found:
        start = group.start + shift + 1
        shift += sum(hunk.growth for hunk in group.left or group.right)
        end = group.end + shift
        distances.append(max(start - line, line - end, 0))

    def nearest(has: Callable[[Group], bool]) -> int:
        return min((at for at, each in enumerate(found) if has(each)), key=lambda at: distances[at])

    both = nearest(lambda group: bool(group.left)), nearest(lambda group: bool(group.right))
    return min(both), max(both)
