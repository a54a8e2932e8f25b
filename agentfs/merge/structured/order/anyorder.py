"""Things that may stand in any order, or anywhere: both sides' are kept."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from agentfs.merge.structured.matching.likeness import target_of
from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Slot
from agentfs.merge.structured.matching.slots import COMMENTS, Slots, group
from agentfs.merge.structured.order.clashes import clash, names, uses_deleted
from agentfs.merge.structured.order.interleaved import Things, interleaved, is_apart
from agentfs.merge.structured.order.regions import Region
from agentfs.merge.structured.order.replaced import replaces
from agentfs.merge.structured.order.sorting import goes_on, item_of, kept_sorted
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import (
    DEFINITIONS,
    IMPORTS,
    definition_in,
    distinct_texts,
)


def any_order(region: Region, slots: Slots) -> tuple[int, ...] | None:
    """Both sides' things, if all that moved or was inserted may stand in any order."""
    base, left, right = region.base, region.left, region.right
    known = {*base}
    new_left = [number for number in left if number not in known]
    new_right = [number for number in right if number not in known]
    here = ({*base}, {*left}, {*right})
    moved = [number for number in base if not _is_unmoved(number, here, slots)]
    touched = [slots.things[number] for number in (*new_left, *new_right, *moved)]
    groups = {group(slot) for slot in touched}
    if not _go_together(groups, touched):
        return None
    if slots.of_one_item and all(
        any(group(slots.things[number]) == COMMENTS for number in new)
        for new in (new_left, new_right)
    ):
        return None
    gone = [slot for n in base if _is_gone(slot := slots.things[n])]
    if gone and new_left and new_right:
        return None  # both put something in the place of the same thing
    if _are_of_one_kind(gone, groups) and replaces(region):
        return None
    imports = [slot.items[0] for slot in gone if group(slot) == IMPORTS]
    if imports and _is_other_source(imports, new_left or new_right, slots):
        return None
    order = interleaved(region, slots)
    if IMPORTS in groups and DEFINITIONS in groups:
        order = _imports_first(order, region, slots)
    if clash(order, slots, new_left, new_right):
        return None
    for new, side in ((new_left, RIGHT), (new_right, LEFT)):
        if uses_deleted(new, [n for n in base if slots.things[n][side] is None], slots):
            return None
    if _run_on(order, slots, {*new_left} - {*new_right}, {*new_right} - {*new_left}):
        return None
    return tuple(kept_sorted(order, slots))


def _is_gone(slot: Slot) -> bool:
    """Whether both took away something that meant anything."""
    item = slot.items[0]
    placeholders = item.source.profile.placeholders
    return slot.left is None and slot.right is None and item.text not in placeholders


def _run_on(
    order: Sequence[int], slots: Slots, left: AbstractSet[int], right: AbstractSet[int]
) -> bool:
    """Whether a comment of one side would go on in one of the other's, or after something else
    of it: two descriptions of one thing are not one description."""
    for one, other in pairwise(order):
        if group(slots.things[other]) != COMMENTS:
            continue
        mine, theirs = (left, right) if other in left else (right, left)
        follows = other in mine and one in theirs
        if follows and (group(slots.things[one]) == COMMENTS or _goes_on_there(other, slots)):
            return True
    return False


def _goes_on_there(number: int, slots: Slots) -> bool:
    """Whether a comment that one side inserted is there the next line of another."""
    side = LEFT if slots.things[number].left is not None else RIGHT
    numbers = slots.left if side == LEFT else slots.right
    at = slots.places[side][number]
    before = item_of(slots.things[numbers[at - 1]], side) if at else None
    return before is not None and goes_on(before, item_of(slots.things[number], side))


def _is_other_source(items: Sequence[Item], new: Sequence[int], slots: Slots) -> bool:
    """Whether one side only changed what it imports from, and the other deleted the import: they
    have a name in common, or there is one of each, of a kind that never has a name."""
    new_items = [slots.things[number].items[0] for number in new]
    names, new_names = (
        {name for item in each for name in distinct_texts(item)} for each in (items, new_items)
    )
    if len(items) == len(new_items) == 1:
        named = items[0].source.profile.distinct
        if not {items[0].core.type, new_items[0].core.type} & named.keys():
            return True
    return bool(names & new_names)


def _are_of_one_kind(gone: Sequence[Slot], groups: set[str | None]) -> bool:
    """Whether what is new may stand for what is gone: not a definition, nor an import for
    something else."""
    if not gone or groups & {DEFINITIONS, COMMENTS}:
        return False
    return IMPORTS not in groups or IMPORTS in map(group, gone)


def _is_unmoved(number: int, here: Things, slots: Slots) -> bool:
    """Whether each side left a thing where it was, or took it away altogether."""
    slot = slots.things[number]
    return all(slot[side] is None or number in here[side] for side in (LEFT, RIGHT))


def _go_together(groups: set[str | None], things: Sequence[Slot]) -> bool:
    """Things of one group; and imports with what is defined here or elsewhere, such as modules,
    each side's in its own order."""
    named = groups - {COMMENTS}
    if None in groups or len(named) < 2:
        return None not in groups and len(named) > 0
    others = [slot.items[0].core for slot in things if group(slot) not in {IMPORTS, COMMENTS}]
    are_defined = all(node.type in node.source.profile.definitions for node in others)
    return len(named - {IMPORTS}) < 2 and (are_defined or named == {IMPORTS, DEFINITIONS})


def beside_statements(
    left: Sequence[int], right: Sequence[int], slots: Slots
) -> tuple[int, ...] | None:
    """Both sides' things, if one side put in nothing but definitions that may stand anywhere, and
    the other something that does not name them.  What is in one piece with the lines above stays
    there, what gives a value to something keeps the order of the sides, and all else, such as a
    call of the main function, stands behind the definitions."""
    both = {*left} & {*right}
    if both or any(slots.things[number].base is not None for number in (*left, *right)):
        return None
    if clash((*left, *right), slots, left, right):
        return None
    for mine, other, side in ((left, right, LEFT), (right, left, RIGHT)):
        if mine and other and _stand_anywhere(mine, slots) and not names(other, mine, slots):
            is_value = target_of(slots.things[other[0]].items[0].core) is not None
            order = (*left, *right) if is_value else (*mine, *other)
            if is_apart(mine[0], slots, side) and not is_apart(
                other[0], slots, LEFT + RIGHT - side
            ):
                order = (*other, *mine)
            return None if _run_on(order, slots, {*left}, {*right}) else order
    return None


def _stand_anywhere(numbers: Sequence[int], slots: Slots) -> bool:
    items = [slots.things[number].items[0] for number in numbers]
    return all(
        (node := definition_in(item.core)) is not None and node.type in item.source.profile.anywhere
        for item in items
    )


def _imports_first(order: list[int], region: Region, slots: Slots) -> list[int]:
    """Imports stand before definitions; but of one side's own things nobody changes the order."""
    first = sorted(order, key=lambda n: group(slots.things[n]) == DEFINITIONS)
    for side in (region.left, region.right):
        own = {*side}
        if [n for n in first if n in own] != [n for n in order if n in own]:
            return order
    return first
