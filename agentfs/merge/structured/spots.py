"""What becomes of the order of things where both sides changed it, between two anchors.

Most of what agents do at once ends here: both add something at the same spot.  Things that may
stand in any order are all kept; of others nobody knows the order, and that is a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from agentfs.merge.structured.keys import (
    DEFINITIONS,
    IMPORTS,
    OVERLOAD,
    distinct_texts,
    group_of,
    key_of,
)
from agentfs.merge.structured.matching import increasing
from agentfs.merge.structured.moves import Moves
from agentfs.merge.structured.order import Region
from agentfs.merge.structured.slot import BASE, LEFT, RIGHT, Slot
from agentfs.merge.structured.slots import Slots
from agentfs.merge.structured.tree import Item, same
from agentfs.model.conflicts import ConflictKind

COMMENTS: Final = "comments"
FAR: Final = 100
"""How many things before and behind a spot are looked at."""
FEW: Final = 3
"""Things that a list must have for its order to tell that it is sorted."""


_Region = tuple[AbstractSet[int], AbstractSet[int], AbstractSet[int]]
"""The things of a region, whatever their order."""


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
    right = tuple(_with_equals_united(left, right, slots))
    if left == right:
        return Spot(left)
    region = Region(base, left, right, region.anchor)
    if based and _is_part(left, base) and _is_part(right, base):
        kept = {*right}
        return Spot(tuple(number for number in left if number in kept))
    if not base and len(left) == len(right) == 1 and _are_lists(left[0], right[0], slots):
        slots.unite(left[0], right[0])
        return Spot(left)
    order = _in_sequence(region, slots) or _any_order(region, slots)
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


def _with_equals_united(left: Sequence[int], right: Sequence[int], slots: Slots) -> Iterator[int]:
    """`right`, where what both inserted alike has the number that it has in `left`.

    As many as can be without a change of either side's order: a longest common subsequence
    (Hunt and Szymanski, "A fast algorithm for computing longest common subsequences", 1977).
    """
    places = _insertions(left, slots)
    known = {number: at for at, number in enumerate(left)}
    pairs: list[tuple[int, int]] = []
    for at, number in enumerate(right):
        slot = slots.things[number]
        if number in known:
            pairs.append((at, known[number]))
        elif number in slots.lone:
            continue
        elif slot.base is None and slot.left is None and slot.right is not None:
            likely = places.get(_look(slot.right), ())
            pairs += [(at, to) for to in _equal_insertions(slot.right, left, likely, slots)]
    united = dict(_either_way(pairs, lambda at: _look(slots.things[right[at]].items[0])))
    for at, number in enumerate(right):
        found = united.get(at)
        if found is None or number in known:
            yield number
        else:
            slots.unite(left[found], number)
            yield left[found]


def _either_way(
    pairs: Sequence[tuple[int, int]], look: Callable[[int], tuple[str, bytes]]
) -> Sequence[tuple[int, int]]:
    """The longest run of pairs that rises; of several one that sides do not decide."""
    one = increasing(pairs)
    other = [(at, to) for to, at in increasing([(to, at) for at, to in pairs])]
    if one == other:
        return one
    return min(one, other, key=lambda run: [(look(at), at + to) for at, to in run])


def _insertions(left: Sequence[int], slots: Slots) -> Mapping[tuple[str, bytes], list[int]]:
    """Places of what only left inserted, by what it looks like."""
    found: dict[tuple[str, bytes], list[int]] = defaultdict(list)
    for at, number in enumerate(left):
        slot = slots.things[number]
        is_new = slot.base is None and slot.right is None and number not in slots.lone
        if is_new and slot.left is not None:
            found[_look(slot.left)].append(at)
    return found


def _look(item: Item) -> tuple[str, bytes]:
    """Equal for all that are the `same`."""
    return item.core.type, item.squeezed


def _equal_insertions(
    item: Item, left: Sequence[int], places: Sequence[int], slots: Slots
) -> Iterator[int]:
    for at in places[:FAR]:
        other = slots.things[left[at]].left
        if other is not None and same(other, item):
            yield at


def _in_sequence(region: Region, slots: Slots) -> tuple[int, ...] | None:
    """What the sides inserted, if the grammar says in which order: what a class extends, and
    what it implements."""
    numbers = (*region.left, *region.right)
    items = [slots.things[number].items[0] for number in numbers]
    sequence = items[0].source.profile.sequence
    kinds = [item.core.type for item in items]
    if region.base or len({*kinds}) < len(kinds) or not {*kinds} <= {*sequence}:
        return None
    if any(slots.things[number].base is not None for number in numbers):
        return None
    return tuple(sorted(numbers, key=lambda number: sequence.index(kinds[numbers.index(number)])))


def _are_lists(left: int, right: int, slots: Slots) -> bool:
    """Whether both inserted one thing that is, or has nothing but, an unordered list:
    modifiers, attributes, the keys below one that had no value."""
    item, other = slots.things[left].items[0], slots.things[right].items[0]
    if item.core.type != other.core.type or key_of(item) is not None:
        return False
    rules = item.source.profile.unordered
    node = item.core
    while len(node.children) == 1 and not any(node.type in rule.parents for rule in rules):
        node = node.children[0]
    return any(node.type in rule.parents for rule in rules)


def _is_part(some: Sequence[int], whole: Sequence[int]) -> bool:
    """Whether `some` is `whole` with things left out."""
    rest = iter(whole)
    return all(number in rest for number in some)


def _one_did_all(region: Region) -> tuple[int, ...] | None:
    """The side that made all changes of the other one, and more."""
    for mine, other in ((region.left, region.right), (region.right, region.left)):
        gone, gone_other = ({*region.base} - {*side} for side in (mine, other))
        new_other = {*other} - {*region.base}
        left_over = [number for number in other if number not in gone]
        if gone_other <= gone and new_other <= {*mine} and _is_part(left_over, mine):
            return None if _replaces(region) else mine
    return None


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
    groups_left = {_group(slots.things[number]) for number in new_left}
    groups_right = {_group(slots.things[number]) for number in new_right}
    here = ({*base}, {*left}, {*right})
    moved = [n for n in base if not _is_unmoved(n, here, slots)]
    groups = groups_left | groups_right | {_group(slots.things[n]) for n in moved}
    if not _go_together(groups, groups_left, groups_right):
        return None
    gone = [slots.things[n] for n in base]
    gone = [slot for slot in gone if slot.left is None and slot.right is None]
    placeholders = slots.things[0].items[0].source.profile.placeholders
    gone = [slot for slot in gone if slot.items[0].text not in placeholders]
    if gone and new_left and new_right:
        return None  # both put something in the place of the same thing
    if _are_of_one_kind(gone, groups) and _replaces(region):
        return None
    order = _united_order(region, slots)
    if IMPORTS in groups and DEFINITIONS in groups:
        order = sorted(order, key=lambda n: _group(slots.things[n]) == DEFINITIONS)
    if _clash(order, slots, new_left, new_right):
        return None
    return tuple(_kept_sorted(order, slots))


def _are_of_one_kind(gone: Sequence[Slot], groups: set[str | None]) -> bool:
    """Whether what is new may stand for what is gone: not a definition, nor an import for
    something else."""
    if not gone or groups & {DEFINITIONS, COMMENTS}:
        return False
    return IMPORTS not in groups or IMPORTS in map(_group, gone)


def _group(slot: Slot) -> str | None:
    item = slot.items[0]
    return COMMENTS if item.core.type in item.source.profile.comments else group_of(item)


def _is_unmoved(number: int, here: _Region, slots: Slots) -> bool:
    """Whether each side left a thing where it was, or took it away altogether."""
    slot = slots.things[number]
    return all(slot[side] is None or number in here[side] for side in (LEFT, RIGHT))


def _go_together(groups: set[str | None], left: set[str | None], right: set[str | None]) -> bool:
    if None in groups:
        return False
    named = groups - {COMMENTS}
    if len(named) == 1:
        return True
    # Imports stand before definitions; but of one side's own things nobody changes the order.
    return (
        named == {IMPORTS, DEFINITIONS}
        and max(len(each - {COMMENTS}) for each in (left, right)) < 2
    )


def _united_order(region: Region, slots: Slots) -> list[int]:
    """Left's order with what right inserted behind what it stands behind there.

    Things that a side took away are kept until the end, to show where their successors go.
    """
    here = ({*region.base}, {*region.left}, {*region.right})
    after = _successors(_with_gone(region.left, region.base))
    before: int | None = None
    for number in _with_gone(region.right, region.base):
        if number not in after:
            at = before
            in_place = before in here[LEFT] and before not in here[RIGHT]
            while not in_place and (then := after[at]) is not None and then not in here[RIGHT]:
                at = then
            after[number], after[at] = after[at], number
        before = number
    return [
        number
        for number in _in_turn(after)
        if not any(_taken_from(number, here, slots, side) for side in (LEFT, RIGHT))
    ]


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


def _taken_from(number: int, here: _Region, slots: Slots, side: int) -> bool:
    """Whether a side deleted a thing of base, or moved it out of here."""
    if slots.things[number].base is None:
        return False
    if slots.things[number][side] is None:
        return True
    return number in here[BASE] and number not in here[side]


def _clash(
    order: Sequence[int],
    slots: Slots,
    new_left: Sequence[int],
    new_right: Sequence[int],
) -> bool:
    """Whether things of both sides cannot be there together: one key, or tokens that exclude
    each other."""
    if _same_names(new_left, new_right, slots) or _alike(new_left, new_right, slots):
        return True
    if _overrides(new_left, new_right, slots) or _overrides(new_right, new_left, slots):
        return True
    exclusive = slots.things[order[0]].items[0].source.profile.exclusive if order else ()
    if not exclusive:
        return False
    texts_left = {slots.things[n].items[0].text.decode("utf-8", "replace") for n in new_left}
    texts_right = {slots.things[n].items[0].text.decode("utf-8", "replace") for n in new_right}
    return any(
        texts_left & tokens and texts_right & tokens and texts_left & tokens != texts_right & tokens
        for tokens in exclusive
    )


def _same_names(left: Sequence[int], right: Sequence[int], slots: Slots) -> bool:
    """Whether the sides inserted two things of one name that are no overloads of one kind."""
    both = {*left} & {*right}
    mine = [slots.things[number].items[0] for number in left if number not in both]
    theirs = [slots.things[number].items[0] for number in right if number not in both]
    keys = {key for item in mine if (key := key_of(item)) is not None}
    kinds = {_name(item): item.core.type for item in mine}
    return any(
        key_of(item) in keys or kinds.get(_name(item), item.core.type) != item.core.type
        for item in theirs
        if key_of(item) is not None
    )


def _name(item: Item) -> bytes | None:
    """A key without what tells overloads apart."""
    key = key_of(item)
    return key.split(OVERLOAD)[0] if key is not None else None


def _alike(left: Sequence[int], right: Sequence[int], slots: Slots) -> bool:
    """Whether things that the sides inserted have in common what must be different."""

    def texts(numbers: AbstractSet[int]) -> set[bytes]:
        items = (slots.things[number].items[0] for number in numbers)
        return {text for item in items for text in distinct_texts(item)}

    return bool(texts({*left} - {*right}) & texts({*right} - {*left}))


def _overrides(some: Sequence[int], others: Sequence[int], slots: Slots) -> bool:
    """Whether one side inserted what says all that something of the other says a part of."""

    def keys(numbers: Sequence[int]) -> set[bytes]:
        items = [slots.things[number].items[0] for number in numbers]
        entries = [item for item in items if group_of(item) not in {None, DEFINITIONS, IMPORTS}]
        return {key for item in entries if (key := key_of(item)) is not None}

    profile = slots.things[0].items[0].source.profile
    if not profile.part:
        return False
    wholes = tuple(key + profile.part for key in keys(some) if key[-1:] != profile.part)
    return any(
        key.startswith(wholes) and not key.startswith(b"name " + profile.part)
        for key in keys(others)
    )


def _kept_sorted(order: Sequence[int], slots: Slots) -> Sequence[int]:
    """`order`, sorted if the runs that it goes into are."""
    items = [slots.things[number].items[0] for number in order]
    if len({(group_of(item), item.core.type) for item in items}) != 1:
        return order
    if _group(slots.things[order[0]]) in {DEFINITIONS, COMMENTS}:
        return order
    if any(b"{" in item.core.text for item in items):
        return order  # what has a body is not sorted, even if it happens to be
    runs = [_run(order, slots.left, slots, LEFT), _run(order, slots.right, slots, RIGHT)]
    for sort_key in _SORT_KEYS:
        texts = [[sort_key(item) for item in run] for run in runs]
        if all(len(run) >= FEW and run == sorted(run) for run in texts):
            return sorted(order, key=lambda n: sort_key(slots.things[n].items[0]))
    return order


def _run(order: Sequence[int], numbers: Sequence[int], slots: Slots, side: int) -> list[Item]:
    """What stands around these things in a side's list, without a blank line between."""
    where = slots.places[side]
    places = sorted(where[number] for number in order if number in where)
    if not places:
        return []
    run = [_item(slots.things[numbers[at]], side) for at in range(places[0], places[-1] + 1)]
    for at in range(places[0] - 1, max(places[0] - FAR, 0) - 1, -1):
        before = _item(slots.things[numbers[at]], side)
        if not _goes_on(before, run[0]):
            break
        run.insert(0, before)
    for at in range(places[-1] + 1, min(places[-1] + FAR, len(numbers))):
        after = _item(slots.things[numbers[at]], side)
        if not _goes_on(run[-1], after):
            break
        run.append(after)
    return run


def _item(slot: Slot, side: int) -> Item:
    item = slot[side]
    assert item is not None
    return item


def _goes_on(one: Item, other: Item) -> bool:
    gap = one.source.text[one.end : other.start]
    alike = one.core.type == other.core.type and group_of(one) == group_of(other)
    return alike and gap.count(b"\n") < 2


def _text(item: Item) -> bytes:
    return item.core.text.rstrip(b";,")


def _lower(item: Item) -> bytes:
    return _text(item).lower()


def _key(item: Item) -> bytes:
    return key_of(item) or b""


def _lower_key(item: Item) -> bytes:
    return _key(item).lower()


_SORT_KEYS: Final = (_text, _lower, _key, _lower_key)
