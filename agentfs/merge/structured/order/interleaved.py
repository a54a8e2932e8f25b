"""One order of both sides' things: left's, with what right inserted behind what it stands behind
there.

Invariant: whatever stands in it may stand in any order, which `anyorder` has seen to; here nothing
is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT
from agentfs.merge.structured.matching.slots import Slots, group
from agentfs.merge.structured.order.regions import Region
from agentfs.merge.structured.order.sorting import item_of
from agentfs.merge.structured.trees.keys import IMPORTS

Things = tuple[AbstractSet[int], AbstractSet[int], AbstractSet[int]]
"""What each version has in a region, whatever its order."""


def interleaved(region: Region, slots: Slots) -> list[int]:
    """Left's order with what right inserted behind what it stands behind there.

    Things that a side took away are kept until the end, to show where their successors go: what
    right put in their place stands there in one piece.  So does what it put right below the thing
    before it, if left's stand apart from that; and an import stays in the block of imports that it
    is in, if left's go on behind it.
    """
    here = ({*region.base}, {*region.left}, {*region.right})
    after = _successors(with_gone(region.left, region.base))
    before: int | None = None
    in_place = False
    for number in with_gone(region.right, region.base):
        if number in after:
            in_place = number in here[LEFT] and number not in here[RIGHT]
        else:
            at = before
            is_kept = at is None or slots.things[at].left is not None
            in_place = in_place or (is_kept and _is_closer(number, after[at], slots))
            while not in_place and (then := after[at]) is not None and then not in here[RIGHT]:
                if _ends_block(at, then, number, slots):
                    break
                at = then
            after[number], after[at] = after[at], number
        before = number
    return [
        number
        for number in _in_turn(after)
        if not any(_taken_from(number, here, slots, side) for side in (LEFT, RIGHT))
    ]


def _is_closer(theirs: int, mine: int | None, slots: Slots) -> bool:
    """Whether no blank line parts what right inserted from what is before it, but one parts
    what left inserted there."""
    if mine is None or slots.things[mine].right is not None:
        return False
    return is_apart(mine, slots, LEFT) and not is_apart(theirs, slots, RIGHT)


def _ends_block(before: int | None, mine: int, theirs: int, slots: Slots) -> bool:
    """Whether a block of imports, which right adds to, ends before one that left inserted."""
    if before is None or slots.things[mine].right is not None:
        return False
    imports = all(group(slots.things[number]) == IMPORTS for number in (before, mine, theirs))
    return imports and is_apart(mine, slots, LEFT) and not is_apart(theirs, slots, RIGHT)


def is_apart(number: int, slots: Slots, side: int) -> bool:
    """Whether a blank line parts it from what is before it in a side's list."""
    at = slots.places[side].get(number)
    if not at:
        return False
    before = item_of(slots.things[(slots.left, slots.right)[side - 1][at - 1]], side)
    item = item_of(slots.things[number], side)
    return item.source.text[before.end : item.start].count(b"\n") > 1


def with_gone(side: Sequence[int], base: Sequence[int]) -> list[int]:
    """A side's order with what is gone from base, each behind what it stood behind."""
    after = _successors(side)
    before: int | None = None
    for number in base:
        if number not in after:
            after[number], after[before] = after[before], number
        before = number
    return list(_in_turn(after))


def _successors(order: Sequence[int]) -> dict[int | None, int | None]:
    """What comes after each; None is both ends.  Long lists are put together in it."""
    return dict(pairwise([None, *order, None]))


def _in_turn(after: Mapping[int | None, int | None]) -> Iterator[int]:
    number = after[None]
    while number is not None:
        yield number
        number = after[number]


def _taken_from(number: int, here: Things, slots: Slots, side: int) -> bool:
    """Whether a side deleted a thing of base, or moved it out of here."""
    if slots.things[number].base is None:
        return False
    if slots.things[number][side] is None:
        return True
    return number in here[BASE] and number not in here[side]
