"""The order of a merged list: diff3 over things that are known to be the same.

What stands in all three lists in one order is an anchor; between two anchors is a region, where
sides may have put, taken away or moved things.  After Khanna, Kunal and Pierce, "A Formal
Investigation of Diff3" (2007).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agentfs.merge.structured.matching.increasing import increasing
from agentfs.merge.structured.matching.slots import Slots

Order = Sequence[int]
"""Numbers of things, in the order of a list; each once."""


@dataclass(frozen=True, slots=True)
class Region:
    """What lies between two anchors in each list, and the anchor after it (None at the end)."""

    base: tuple[int, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    anchor: int | None


def regions(base: Order, left: Order, right: Order) -> Iterator[Region]:
    """All of the three lists, cut at the anchors."""
    lists = (base, left, right)
    starts = [0, 0, 0]
    for anchor in _anchors(base, left, right):
        ends = [each.index(anchor, start) for each, start in zip(lists, starts, strict=True)]
        yield _region(lists, starts, ends, anchor)
        starts = [end + 1 for end in ends]
    yield _region(lists, starts, [len(each) for each in lists], None)


def _region(
    lists: tuple[Order, Order, Order], starts: list[int], ends: list[int], anchor: int | None
) -> Region:
    base, left, right = (
        tuple(each[start:end]) for each, start, end in zip(lists, starts, ends, strict=True)
    )
    return Region(base, left, right, anchor)


def _anchors(base: Order, left: Order, right: Order) -> list[int]:
    """The longest common order, or nearly: it is looked for in one side after the other."""
    one = _common(_common(base, left), right)
    other = _common(_common(base, right), left)
    if len(one) == len(other):
        at = {thing: place for place, thing in enumerate(base)}
        return min(one, other, key=lambda found: [at[thing] for thing in found])
    return max(one, other, key=len)


def _common(one: Order, other: Order) -> list[int]:
    to = {thing: place for place, thing in enumerate(other)}
    pairs = [(place, to[thing]) for place, thing in enumerate(one) if thing in to]
    return [one[place] for place, _ in increasing(pairs)]


def is_prose(region: Region, slots: Slots) -> bool:
    """Whether there are only comments, in all versions."""
    items = [
        item
        for number in {*region.base, *region.left, *region.right}
        for item in slots.things[number].items
    ]
    comments = items[0].source.profile.comments if items else frozenset[str]()
    return bool(region.base) and all(item.core.type in comments for item in items)
