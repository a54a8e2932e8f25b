"""What becomes of the order of things where both sides changed it, between two anchors.

Most of what agents do at once ends here: both add something at the same spot.  Things that may
stand in any order are all kept; of others nobody knows the order, and that is a conflict.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from agentfs.merge.structured.keys import (
    DEFINITIONS,
    IMPORTS,
    NAME,
    OVERLOAD,
    distinct_texts,
    group_of,
    is_declared,
    key_of,
)
from agentfs.merge.structured.matching import increasing
from agentfs.merge.structured.moves import Moves
from agentfs.merge.structured.order import Region
from agentfs.merge.structured.releases import in_release_order
from agentfs.merge.structured.slot import BASE, LEFT, RIGHT, Slot
from agentfs.merge.structured.slots import Slots
from agentfs.merge.structured.tree import Item, same
from agentfs.model.conflicts import ConflictKind

_WORD: Final = re.compile(rb"\w+")
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
    if not base and (lists := _only_lists(left, right, slots)):
        slots.unite(*lists)
        return Spot(left)
    order = _in_sequence(region, slots) or _any_order(region, slots)
    if order is None and based:
        order = _side_by_side(region, slots)
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
        _is_part([each for each in side if each in {*order}], order)
        for side in (region.left, region.right)
    )
    return tuple(order) if kept else None


def _rank(item: Item) -> int | None:
    """Where the grammar says that it stands."""
    sequence = enumerate(item.source.profile.sequence)
    return next((rank for rank, kinds in sequence if item.core.type in kinds.split("|")), None)


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
    if {each.type for node in (item.core, other.core) for each in node.children} <= {
        *item.source.profile.sequence
    }:
        return True
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
    return None if _clash(order, slots, new_left, new_right) else tuple(order)


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
    groups = {_group(slot) for slot in touched}
    if not _go_together(groups, touched):
        return None
    if slots.of_one_item and all(
        any(_group(slots.things[number]) == COMMENTS for number in new)
        for new in (new_left, new_right)
    ):
        return None
    gone = [slots.things[n] for n in base]
    gone = [slot for slot in gone if slot.left is None and slot.right is None]
    placeholders = slots.things[0].items[0].source.profile.placeholders
    gone = [slot for slot in gone if slot.items[0].text not in placeholders]
    if gone and new_left and new_right:
        return None  # both put something in the place of the same thing
    if _are_of_one_kind(gone, groups) and _replaces(region):
        return None
    imports = [slot.items[0] for slot in gone if _group(slot) == IMPORTS]
    if imports and _is_other_source(imports, new_left or new_right, slots):
        return None
    order = _united_order(region, slots)
    if IMPORTS in groups and DEFINITIONS in groups:
        order = _imports_first(order, region, slots)
    if _clash(order, slots, new_left, new_right):
        return None
    for new, side in ((new_left, RIGHT), (new_right, LEFT)):
        if _uses_deleted(new, [n for n in base if slots.things[n][side] is None], slots):
            return None
    if _run_on(order, slots, {*new_left} - {*new_right}, {*new_right} - {*new_left}):
        return None
    return tuple(_kept_sorted(order, slots))


def _run_on(
    order: Sequence[int], slots: Slots, left: AbstractSet[int], right: AbstractSet[int]
) -> bool:
    """Whether a comment of one side would go on in one of the other's, or after something else
    of it: two descriptions of one thing are not one description."""
    for one, other in pairwise(order):
        if _group(slots.things[other]) != COMMENTS:
            continue
        mine, theirs = (left, right) if other in left else (right, left)
        follows = other in mine and one in theirs
        if follows and (_group(slots.things[one]) == COMMENTS or _goes_on_there(other, slots)):
            return True
    return False


def _goes_on_there(number: int, slots: Slots) -> bool:
    """Whether a comment that one side inserted is there the next line of another."""
    side = LEFT if slots.things[number].left is not None else RIGHT
    numbers = slots.left if side == LEFT else slots.right
    at = slots.places[side][number]
    before = _item(slots.things[numbers[at - 1]], side) if at else None
    return before is not None and _goes_on(before, _item(slots.things[number], side))


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
    return IMPORTS not in groups or IMPORTS in map(_group, gone)


def _group(slot: Slot) -> str | None:
    item = slot.items[0]
    return COMMENTS if item.core.type in item.source.profile.comments else group_of(item)


def _is_unmoved(number: int, here: _Region, slots: Slots) -> bool:
    """Whether each side left a thing where it was, or took it away altogether."""
    slot = slots.things[number]
    return all(slot[side] is None or number in here[side] for side in (LEFT, RIGHT))


def _go_together(groups: set[str | None], things: Sequence[Slot]) -> bool:
    """Things of one group; and imports with what is defined here or elsewhere, such as modules,
    each side's in its own order."""
    named = groups - {COMMENTS}
    if None in groups or len(named) < 2:
        return None not in groups and len(named) > 0
    others = [slot.items[0].core for slot in things if _group(slot) not in {IMPORTS, COMMENTS}]
    are_defined = all(node.type in node.source.profile.definitions for node in others)
    return len(named - {IMPORTS}) < 2 and (are_defined or named == {IMPORTS, DEFINITIONS})


def _imports_first(order: list[int], region: Region, slots: Slots) -> list[int]:
    """Imports stand before definitions; but of one side's own things nobody changes the order."""
    first = sorted(order, key=lambda n: _group(slots.things[n]) == DEFINITIONS)
    for side in (region.left, region.right):
        own = {*side}
        if [n for n in first if n in own] != [n for n in order if n in own]:
            return order
    return first


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
    texts_left, texts_right = _tokens(new_left, slots), _tokens(new_right, slots)
    return any(
        texts_left & tokens and texts_right & tokens and texts_left & tokens != texts_right & tokens
        for tokens in exclusive
    )


def _tokens(numbers: Sequence[int], slots: Slots) -> frozenset[str]:
    """The texts of things, and their names."""
    items = [slots.things[number].items[0] for number in numbers]
    names = ((_name(item) or b"").removeprefix(b"name ") for item in items)
    texts = (*(item.text for item in items), *names)
    return frozenset(text.decode("utf-8", "replace") for text in texts)


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
        if key_of(item) is not None and not slots.is_repeated(item)
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
    profile = slots.things[0].items[0].source.profile
    if not profile.part:
        return False
    some_keys, keys = _entry_keys(some, slots), _entry_keys(others, slots)
    every = not profile.wholes and not profile.divided
    wholes = tuple(
        key + profile.part
        for key, kind in some_keys.items()
        if every or key in profile.wholes or kind in profile.divided
    )
    return any(key.startswith(wholes) for key in keys.keys() - profile.apart)


def _entry_keys(numbers: Sequence[int], slots: Slots) -> Mapping[bytes, str]:
    """Keys of what is neither a definition nor an import, and of which node type that is."""
    items = [slots.things[number].items[0] for number in numbers]
    entries = [item for item in items if group_of(item) not in {None, DEFINITIONS, IMPORTS}]
    return {
        key.removeprefix(NAME): item.core.type
        for item in entries
        if (key := key_of(item)) is not None
    }


def _uses_deleted(new: Sequence[int], gone: Sequence[int], slots: Slots) -> bool:
    """Whether what one side inserted names what the other deleted in the same place."""
    deleted = [slots.things[number].items[0] for number in gone]
    names = {
        words[-1]
        for item in deleted
        if is_declared(item) and (words := _WORD.findall(_name(item) or b""))
    }
    new = [number for number in new if slots.things[number].base is None]
    parts = (part for number in new for part in slots.things[number].items[0].parts)
    return any(names & part.tokens.keys() for part in parts)


def _kept_sorted(order: Sequence[int], slots: Slots) -> Sequence[int]:
    """`order`, sorted if the runs that it goes into are."""
    items = [slots.things[number].items[0] for number in order]
    if len({(group_of(item), item.core.type) for item in items}) != 1:
        return order
    if _group(slots.things[order[0]]) in {DEFINITIONS, COMMENTS}:
        return order
    if (in_order := in_release_order(order, slots)) is not None:
        return in_order
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


def _natural(item: Item) -> list[int | bytes]:
    """Version 1.10 after version 1.9."""
    parts = _DIGITS.split(_text(item))
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]


_DIGITS: Final = re.compile(rb"([0-9]{1,18})")
_SORT_KEYS: Final[Sequence[Callable[[Item], Any]]] = (_text, _lower, _key, _lower_key, _natural)
