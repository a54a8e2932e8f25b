"""What becomes of the order of things where both sides changed it, between two anchors.

Most of what agents do at once ends here: both add something at the same spot.  Things that may
stand in any order are all kept; of others nobody knows the order, and that is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from agentfs.merge.structured.matching.likeness import target_of
from agentfs.merge.structured.matching.moves import Moves
from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Slot
from agentfs.merge.structured.matching.slots import COMMENTS, Slots, group
from agentfs.merge.structured.order.clashes import clash, names, uses_deleted
from agentfs.merge.structured.order.regions import Region, is_part
from agentfs.merge.structured.order.sorting import goes_on, item_of, kept_sorted
from agentfs.merge.structured.order.united import with_equals_united
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import (
    DEFINITIONS,
    IMPORTS,
    definition_in,
    distinct_texts,
    is_list,
    key_of,
)
from agentfs.merge.structured.trees.tree import CLOSING, OPENING
from agentfs.model.conflicts import ConflictKind

_Things = tuple[AbstractSet[int], AbstractSet[int], AbstractSet[int]]
"""What each version has in a region, whatever its order."""


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
    if not base and (lists := _only_lists(left, right, slots)):
        slots.unite(*lists)
        return Spot(left)
    order = _in_sequence(region, slots) or _any_order(region, slots)
    if order is None and based:
        order = _in_brackets(region, slots)
    if order is None and based:
        order = _side_by_side(region, slots)
    if order is None and based and not base:
        order = _beside_statements(left, right, slots)
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


def _in_sequence(region: Region, slots: Slots) -> tuple[int, ...] | None:
    """What the sides inserted and left, if the grammar says in which order: what a class
    extends, and what it implements.  What has one rank must be what may stand in any order."""
    base, left, right = ({*each} for each in (region.base, region.left, region.right))
    if base - left - right or any(
        slots.things[number].base is not None for number in (left | right) - base
    ):
        return None
    of = {number: _rank(slots.things[number].items[0]) for number in base | left | right}
    used = {*of.values()}
    if None in used or len(used) < 2:
        return None
    order: list[int] = []
    for rank in sorted(each for each in used if each is not None):
        mine, theirs = (
            tuple(n for n in side if of[n] == rank and (n not in base or n in left & right))
            for side in (region.left, region.right)
        )
        if base and len({*mine, *theirs}) > 1:
            return None
        both = _any_order(Region((), mine, theirs, None), slots) if mine and theirs else None
        if both is None and mine and theirs:
            return None
        order += both or mine + theirs
    kept = all(
        is_part([each for each in side if each in {*order}], order)
        for side in (region.left, region.right)
    )
    return tuple(order) if kept else None


def _rank(item: Item) -> int | None:
    """Where the grammar says that it stands."""
    sequence = enumerate(item.source.profile.sequence)
    return next((rank for rank, kinds in sequence if item.core.type in kinds), None)


def _only_lists(left: Sequence[int], right: Sequence[int], slots: Slots) -> tuple[int, int] | None:
    """The lists that both inserted, if all else that they did is the tokens around them."""
    if len(left) != len(right):
        return None
    others = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    around = (slots.things[one].items[0] for one in left if one not in dict(others))
    if len(others) == 1 and not any(item.core.named for item in around):
        return others[0] if _are_lists(*others[0], slots) else None
    return None


def _are_lists(left: int, right: int, slots: Slots) -> bool:
    """Whether both inserted one thing that is, or has nothing but, an unordered list:
    modifiers, attributes, the keys below one that had no value."""
    item, other = slots.things[left].items[0], slots.things[right].items[0]
    if item.core.type != other.core.type or key_of(item) is not None:
        return False
    ranked = frozenset[str]().union(*item.source.profile.sequence)
    if ranked.issuperset(each.type for node in (item.core, other.core) for each in node.children):
        return True
    node = item.core
    while len(node.children) == 1 and not is_list(node):
        node = node.children[0]
    return is_list(node)


def _one_did_all(region: Region) -> tuple[int, ...] | None:
    """The side that made all changes of the other one, and more."""
    for mine, other in ((region.left, region.right), (region.right, region.left)):
        gone, gone_other = ({*region.base} - {*side} for side in (mine, other))
        new_other = {*other} - {*region.base}
        left_over = [number for number in other if number not in gone]
        if gone_other <= gone and new_other <= {*mine} and is_part(left_over, mine):
            return None if _replaces(region) else mine
    return None


def _side_by_side(region: Region, slots: Slots) -> tuple[int, ...] | None:
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


def _replaces(region: Region) -> bool:
    """Whether one side put something in the place of what the other only took away."""
    base, left, right = region.base, region.left, region.right
    return _puts_instead(base, left, right) or _puts_instead(base, right, left)


def _puts_instead(base: Sequence[int], mine: Sequence[int], other: Sequence[int]) -> bool:
    new = {*mine} - {*base} - {*other}
    gone = {*base} - {*mine} - {*other}
    order = _with_gone(mine, base)
    return any(
        (one in new and next_one in gone) or (one in gone and next_one in new)
        for one, next_one in pairwise(order)
    )


def _any_order(region: Region, slots: Slots) -> tuple[int, ...] | None:
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
    if _are_of_one_kind(gone, groups) and _replaces(region):
        return None
    imports = [slot.items[0] for slot in gone if group(slot) == IMPORTS]
    if imports and _is_other_source(imports, new_left or new_right, slots):
        return None
    order = _united_order(region, slots)
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


def _in_brackets(region: Region, slots: Slots) -> tuple[int, ...] | None:
    """Both sides' entries, if one side put a list into brackets: they stand in there."""
    left, right = region.left, region.right
    if region.base:
        return None
    for mine, other in ((left, right), (right, left)):
        first = [*mine[:1]] if mine and _text(mine[0], slots) in OPENING else []
        last = [*mine[-1:]] if mine and _text(mine[-1], slots) in CLOSING else []
        if bool(first) == bool(last):
            continue
        inner = mine[len(first) : len(mine) - len(last)]
        if not inner and all(group(slots.things[n]) not in {None, COMMENTS} for n in other):
            return (*first, *other, *last)
        sides = (inner, other) if mine is left else (other, inner)
        order = _any_order(Region((), *sides, None), slots) if inner else None
        return None if order is None else (*first, *order, *last)
    return None


def _text(number: int, slots: Slots) -> bytes:
    return slots.things[number].items[0].text


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


def _is_unmoved(number: int, here: _Things, slots: Slots) -> bool:
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


def _beside_statements(
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
            if _is_apart(mine[0], slots, side) and not _is_apart(
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


def _united_order(region: Region, slots: Slots) -> list[int]:
    """Left's order with what right inserted behind what it stands behind there.

    Things that a side took away are kept until the end, to show where their successors go: what
    right put in their place stands there in one piece.  So does what it put right below the thing
    before it, if left's stand apart from that.
    """
    here = ({*region.base}, {*region.left}, {*region.right})
    after = _successors(_with_gone(region.left, region.base))
    before: int | None = None
    in_place = False
    for number in _with_gone(region.right, region.base):
        if number in after:
            in_place = number in here[LEFT] and number not in here[RIGHT]
        else:
            at = before
            is_kept = at is None or slots.things[at].left is not None
            in_place = in_place or (is_kept and _is_closer(number, after[at], slots))
            while not in_place and (then := after[at]) is not None and then not in here[RIGHT]:
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
    return _is_apart(mine, slots, LEFT) and not _is_apart(theirs, slots, RIGHT)


def _is_apart(number: int, slots: Slots, side: int) -> bool:
    """Whether a blank line parts it from what is before it in a side's list."""
    at = slots.places[side].get(number)
    if not at:
        return False
    before = item_of(slots.things[(slots.left, slots.right)[side - 1][at - 1]], side)
    item = item_of(slots.things[number], side)
    return item.source.text[before.end : item.start].count(b"\n") > 1


def _with_gone(side: Sequence[int], base: Sequence[int]) -> list[int]:
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


def _taken_from(number: int, here: _Things, slots: Slots, side: int) -> bool:
    """Whether a side deleted a thing of base, or moved it out of here."""
    if slots.things[number].base is None:
        return False
    if slots.things[number][side] is None:
        return True
    return number in here[BASE] and number not in here[side]
