"""Lists that are not there when they are empty: the modifiers of a member.

A side that has none took away all that base has in it; it did not delete what the other changed.
So it is given a list with nothing in it, which no other item is a neighbour of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Slot
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.tree import Node

_NOWHERE: Final = -2
"""The index of what is in no list: that of no item, nor of a neighbour of one."""


def with_emptied(
    things: Sequence[Slot], orders: tuple[list[int], list[int], list[int]]
) -> list[Slot]:
    """The things; what a side emptied while the other changed it is in its order, too."""
    found = list(things)
    for number in orders[BASE]:
        slot = found[number]
        if slot.deleted_and_changed and _may_be_unwritten(slot):
            side = LEFT if slot.left is None else RIGHT
            other = things[orders[side][0]][side] if orders[side] else None
            place = _place_in(orders[side], number, orders[BASE])
            if other is None or place is None:
                continue
            orders[side].insert(place, number)
            empty = _empty(other, slot.items[0].core.type)
            found[number] = slot._replace(**{"left" if side == LEFT else "right": empty})
    return found


def is_emptied(slot: Slot) -> bool:
    return any(item.index == _NOWHERE for item in slot.items)


def gap_behind(slot: Slot | None, made: bytes) -> tuple[bytes, int] | None:
    """What a side has behind the last that is left of a list that the other side emptied, and
    which side that is.  `made`: what is left."""
    if slot is None or not is_emptied(slot):
        return None
    side = LEFT if slot.right is not None and slot.right.index == _NOWHERE else RIGHT
    item = slot[side]
    for one, then in pairwise(item.core.children if item else ()):
        if made.endswith(one.text):
            return one.source.text[one.end : then.start], side
    return None


def _may_be_unwritten(slot: Slot) -> bool:
    kinds = {item.core.type for item in slot.items}
    unwritten = slot.items[0].source.profile.unwritten
    return len(kinds) == 1 and kinds <= unwritten and all(len(i.parts) == 1 for i in slot.items)


def _place_in(side: Sequence[int], number: int, base: Sequence[int]) -> int | None:
    """Behind what it stands behind in base; None if that is gone."""
    at = base.index(number)
    if not at:
        return 0
    return side.index(base[at - 1]) + 1 if base[at - 1] in side else None


def _empty(beside: Item, kind: str) -> Item:
    at = beside.start
    node = Node(beside.source, kind, at, at, parent=beside.core.parent, parts=[])
    return Item([node], node, _NOWHERE)
