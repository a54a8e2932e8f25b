"""What a side put in the place of something, in one region."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from agentfs.merge.structured.matching.slot import LEFT, RIGHT
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.order.clashes import clash
from agentfs.merge.structured.order.interleaved import with_gone
from agentfs.merge.structured.order.regions import Region


def side_by_side(region: Region, slots: Slots) -> tuple[int, ...] | None:
    """Both sides' things, if each side put its own in the place of neighbours of the other's:
    of two statements one side replaced the first, the other the second."""
    base, left, right = region.base, region.left, region.right
    mine, theirs = _replacements(base, left, slots, LEFT), _replacements(base, right, slots, RIGHT)
    if mine is None or theirs is None or not {*mine}.isdisjoint(theirs):
        return None
    new = {**mine, **theirs}
    order = [number for gone in base for number in new.get(gone, (gone,))]
    new_left = [number for number in left if number not in base]
    new_right = [number for number in right if number not in base]
    return None if clash(order, slots, new_left, new_right) else tuple(order)


def _replacements(
    base: Sequence[int], side: Sequence[int], slots: Slots, which: int
) -> dict[int, Sequence[int]] | None:
    """What a side put in the place of each thing of base, the first one having all of it; None
    if it did anything but replace."""
    found: dict[int, Sequence[int]] = {}
    known = {*base}
    new: list[int] = []
    gone: list[int] = []
    at = 0
    for number in (*base, None):
        if number is not None and slots.things[number][which] is None:
            gone.append(number)
            continue
        while at < len(side) and side[at] != number:
            if side[at] in known or slots.things[side[at]].base is not None:
                return None
            new.append(side[at])
            at += 1
        if (number is not None and at == len(side)) or bool(new) != bool(gone):
            return None
        found.update((each, ()) for each in gone)
        if gone:
            found[gone[0]] = new
        new, gone = [], []
        at += 1
    return found


def replaces(region: Region) -> bool:
    """Whether one side put something in the place of what the other only took away."""
    base, left, right = region.base, region.left, region.right
    return _puts_instead(base, left, right) or _puts_instead(base, right, left)


def _puts_instead(base: Sequence[int], mine: Sequence[int], other: Sequence[int]) -> bool:
    new = {*mine} - {*base} - {*other}
    gone = {*base} - {*mine} - {*other}
    order = with_gone(mine, base)
    return any(
        (one in new and next_one in gone) or (one in gone and next_one in new)
        for one, next_one in pairwise(order)
    )
