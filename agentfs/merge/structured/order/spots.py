"""What becomes of the order of things where both sides changed it, between two anchors.

Most of what agents do at once ends here: both add something at the same spot.  Things that may
stand in any order are all kept; of others nobody knows the order, and that is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agentfs.merge.structured.matching.increasing import is_part
from agentfs.merge.structured.matching.moves import Moves
from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Slot
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.order.anyorder import any_order, beside_statements
from agentfs.merge.structured.order.regions import Region
from agentfs.merge.structured.order.replaced import replaces, side_by_side
from agentfs.merge.structured.order.sequence import in_brackets, in_sequence
from agentfs.merge.structured.order.united import only_lists, with_equals_united
from agentfs.model.conflicts import ConflictKind


@dataclass(frozen=True, slots=True)
class Spot:
    """The things that stand there in the merged list, or why that cannot be told."""

    order: tuple[int, ...] | None
    kind: ConflictKind = ConflictKind.EDIT_EDIT
    reason: str = ""
    torn: bool = False
    """Whether some of them stand elsewhere too, so that the whole list is undecided."""


def decide(region: Region, slots: Slots, moves: Moves, *, based: bool = True) -> Spot:
    """`based`: whether there is a base; without, nobody knows who deleted what is not there."""
    base, left, right = region.base, region.left, region.right
    deleted = next((n for n in base if _is_lost(slots.things[n], moves)), None)
    if deleted is not None:
        by_left = slots.things[deleted].left is None
        kind = ConflictKind.DELETE_EDIT if by_left else ConflictKind.EDIT_DELETE
        return _undecided(region, slots, kind, "one side deleted what the other changed")
    left = tuple(_still_there(left, base, slots, RIGHT))
    right = tuple(_still_there(right, base, slots, LEFT))
    if left == base and based:
        return Spot(right)
    if right == base and based:
        return Spot(left)
    right = tuple(with_equals_united(left, right, slots))
    if left == right:
        return Spot(left)
    region = Region(base, left, right, region.anchor)
    if based and is_part(left, base) and is_part(right, base):
        kept = {*right}
        return Spot(tuple(number for number in left if number in kept))
    if not base and (lists := only_lists(left, right, slots)):
        slots.unite(*lists)
        return Spot(left)
    order = in_sequence(region, slots) or any_order(region, slots)
    if order is None and based:
        order = in_brackets(region, slots)
    if order is None and based:
        order = side_by_side(region, slots)
    if order is None and based and not base:
        order = beside_statements(left, right, slots)
    if order is not None:
        return Spot(order)
    if based and (more := _one_did_all(region)):
        return Spot(more)
    kind = ConflictKind.EDIT_EDIT if base else ConflictKind.ADD_ADD
    return _undecided(region, slots, kind, "")


def _still_there(
    numbers: Sequence[int], base: Sequence[int], slots: Slots, other: int
) -> Iterator[int]:
    """What one side has there, without what it moved there and the other side took away."""
    known = {*base}
    for number in numbers:
        slot = slots.things[number]
        if number in known or slot.base is None or slot[other] is not None:
            yield number


def _is_lost(slot: Slot, moves: Moves) -> bool:
    """Whether a side deleted what the other changed, and did not put it elsewhere."""
    return slot.deleted_and_changed and not moves.was(slot)


def _undecided(region: Region, slots: Slots, kind: ConflictKind, reason: str) -> Spot:
    orders = (region.base, region.left, region.right)
    torn = any(
        slots.things[number][side] is not None and number not in orders[side]
        for number in {*region.base, *region.left, *region.right}
        for side in range(3)
    )
    return Spot(None, ConflictKind.MOVE_MOVE if torn else kind, reason, torn)


def _one_did_all(region: Region) -> tuple[int, ...] | None:
    """The side that made all changes of the other one, and more."""
    for mine, other in ((region.left, region.right), (region.right, region.left)):
        gone, gone_other = ({*region.base} - {*side} for side in (mine, other))
        new_other = {*other} - {*region.base}
        left_over = [number for number in other if number not in gone]
        if gone_other <= gone and new_other <= {*mine} and is_part(left_over, mine):
            return None if replaces(region) else mine
    return None
