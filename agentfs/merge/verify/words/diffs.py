"""A diff: which elements of two sequences correspond, in order.

Patience (Cohen): elements that are unique on both sides are matched first, in their longest
common order, and so on in the gaps between them; where nothing is unique, Myers's greedy
algorithm ("An O(ND) Difference Algorithm", 1986) finds a longest common subsequence, up to a
bound on its work, beyond which the rest of that gap counts as different.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

MOST_EDITS: Final = 300
"""Insertions and deletions in one gap.  The work is at most some half of its square."""


class Run(NamedTuple):
    """`length` elements from `old` on are those from `new` on."""

    old: int
    new: int
    length: int


class Gap(NamedTuple):
    """Ranges of both sequences, one of them maybe empty."""

    old: int
    old_end: int
    new: int
    new_end: int


def runs(old: Sequence[Hashable], new: Sequence[Hashable], *, patient: bool = True) -> list[Run]:
    """In order; what is in none of them differs.  Without patience there are as many in them as
    can be, if the work for that is not too much."""
    found: list[Run] = []
    waiting = [Gap(0, len(old), 0, len(new))]
    while waiting:
        box = _trimmed(old, new, waiting.pop(), found)
        if box.old < box.old_end and box.new < box.new_end:
            greedy = [] if patient else _greedy(old, new, box)
            if not greedy and (anchors := _anchors(old, new, box)):
                waiting += _between(anchors, box)
                found += anchors
            else:
                found += greedy or _greedy(old, new, box)
    found.sort()
    return _slid(joined(found), old, new)


def partners(found: list[Run], length: int) -> list[int]:
    """For each of `length` old elements the index of its like among the new, or -1."""
    partner = [-1] * length
    for run in found:
        partner[run.old : run.old + run.length] = range(run.new, run.new + run.length)
    return partner


def gaps(found: list[Run], old_length: int, new_length: int) -> Iterator[Gap]:
    """What is between the runs, before them and after them."""
    old = new = 0
    for run in (*found, Run(old_length, new_length, 0)):
        if old < run.old or new < run.new:
            yield Gap(old, run.old, new, run.new)
        old, new = run.old + run.length, run.new + run.length


def raised(
    found: list[Run],
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    *,
    insertions: bool = True,
) -> list[Run]:
    """The same match with each deletion as far up as it can stand, and each insertion if that
    is wanted."""
    turned = _turned(found, len(old), len(new))
    back = _slid(turned, old[::-1], new[::-1], insertions=insertions)
    return joined(_turned(back, len(old), len(new)))


def _turned(found: list[Run], old_length: int, new_length: int) -> list[Run]:
    """The runs of the two sequences read backwards."""
    return [
        Run(old_length - old - length, new_length - new - length, length)
        for old, new, length in reversed(found)
    ]


def _trimmed(old: Sequence[Hashable], new: Sequence[Hashable], box: Gap, found: list[Run]) -> Gap:
    """The box without what its two ranges begin and end with in common, which is found."""
    start, old_end, new_start, new_end = box
    most = min(old_end - start, new_end - new_start)
    head = 0
    while head < most and old[start + head] == new[new_start + head]:
        head += 1
    if head:
        found.append(Run(start, new_start, head))
    most -= head
    tail = 0
    while tail < most and old[old_end - tail - 1] == new[new_end - tail - 1]:
        tail += 1
    if tail:
        found.append(Run(old_end - tail, new_end - tail, tail))
    return Gap(start + head, old_end - tail, new_start + head, new_end - tail)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], box: Gap) -> list[Run]:
    """What is there once on both sides, as many as are in the same order; as runs."""
    where = _unique(new, box.new, box.new_end)
    pairs = [
        (index, where[element])
        for element, index in _unique(old, box.old, box.old_end).items()
        if element in where
    ]
    return joined([Run(index, other, 1) for index, other in _rising(pairs)])


def _unique(elements: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    """Where each element of the range is that is there once, in order."""
    part = elements[start:end]
    counts = Counter(part)
    return {each: index for index, each in enumerate(part, start) if counts[each] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest part of the pairs, which rise in their first number, that rises in both."""
    if all(one < other for (_, one), (_, other) in pairwise(pairs)):
        return pairs
    lowest: list[int] = []  # by length: the lowest second number that a rising part ends with
    ends: list[int] = []  # and which pair that is
    before = [-1] * len(pairs)
    for at, (_, other) in enumerate(pairs):
        place = len(lowest) if not lowest or lowest[-1] < other else bisect_left(lowest, other)
        if place == len(lowest):
            lowest.append(other)
            ends.append(at)
        else:
            lowest[place] = other
            ends[place] = at
        before[at] = ends[place - 1] if place else -1
    rising = []
    at = ends[-1] if ends else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]


def _between(anchors: list[Run], box: Gap) -> list[Gap]:
    boxes = []
    old, new = box.old, box.new
    for run in (*anchors, Run(box.old_end, box.new_end, 0)):
        if old < run.old and new < run.new:
            boxes.append(Gap(old, run.old, new, run.new))
        old, new = run.old + run.length, run.new + run.length
    return boxes


def joined(found: list[Run]) -> list[Run]:
    """The same with runs that go on in the next one made one."""
    joined: list[Run] = []
    for run in found:
        if joined:
            old, new, length = joined[-1]
            if old + length == run.old and new + length == run.new:
                joined[-1] = Run(old, new, length + run.length)
                continue
        joined.append(run)
    return joined


def _slid(
    found: list[Run],
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    *,
    insertions: bool = True,
) -> list[Run]:
    """The same with each deletion, and each insertion if wanted, as far down as it can stand.

    If a run of elements begins as what follows it, it is the same edit one further down; two
    diffs of the same edit must not differ in that.
    """
    slid = [Run(0, 0, 0)]
    for run in found:
        start, new_start, length = run
        before = slid[-1]
        gap, new_gap = before.old + before.length, before.new + before.length
        if gap == start:
            while insertions and length and new[new_gap] == new[new_start]:
                gap, start, new_gap, new_start, length = _step(gap, new_gap, new_start, length)
        elif new_gap == new_start:
            while length and old[gap] == old[start]:
                new_gap, new_start, gap, start, length = _step(new_gap, gap, start, length)
        slid[-1] = Run(before.old, before.new, gap - before.old)
        if length:
            slid.append(Run(start, new_start, length))
    return [run for run in slid if run.length]


def _step(gap: int, wide: int, wide_end: int, length: int) -> tuple[int, int, int, int, int]:
    """One element from behind a gap, which is empty on one side, to before it."""
    return gap + 1, gap + 1, wide + 1, wide_end + 1, length - 1


def _greedy(old: Sequence[Hashable], new: Sequence[Hashable], box: Gap) -> list[Run]:
    """Myers: a longest common subsequence, or nothing if it takes too many edits."""
    width, height = box.old_end - box.old, box.new_end - box.new
    if _fewest_edits(old, new, box) > MOST_EDITS:
        return []
    furthest = {1: 0}  # by diagonal (old less new): how far in old
    trace: list[dict[int, int]] = []
    for edits in range(min(width + height, MOST_EDITS) + 1):
        trace.append(furthest.copy())
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (
                diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1]
            )
            x = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            y = x - diagonal
            while x < width and y < height and old[box.old + x] == new[box.new + y]:
                x += 1
                y += 1
            furthest[diagonal] = x
            if x >= width and y >= height:
                return _walked_back(trace, width, height, box)
    return []


def _fewest_edits(old: Sequence[Hashable], new: Sequence[Hashable], box: Gap) -> int:
    """There cannot be fewer: what is there more often on one side than on the other."""
    before = Counter(old[box.old : box.old_end])
    after = Counter(new[box.new : box.new_end])
    before.subtract(after)
    return sum(map(abs, before.values()))


def _walked_back(trace: list[dict[int, int]], x: int, y: int, box: Gap) -> list[Run]:
    found = []
    for edits in range(len(trace) - 1, -1, -1):
        furthest = trace[edits]
        diagonal = x - y
        down = diagonal == -edits or (
            diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1]
        )
        before = diagonal + 1 if down else diagonal - 1
        from_x = furthest[before] if edits else 0
        from_y = from_x - before if edits else 0
        start = x
        low = (from_x if down else from_x + 1) if edits else 0
        if start > low:
            found.append(Run(box.old + low, box.new + y - (x - low), start - low))
        x, y = from_x, from_y
    return found[::-1]
