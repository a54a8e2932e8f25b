"""The things of a list that is merged: which item of each version is one of them.

Things have numbers.  An order is a list of numbers, so that to merge orders is not to look at
contents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from agentfs.merge.structured.matching.emptied import with_emptied
from agentfs.merge.structured.matching.increasing import increasing
from agentfs.merge.structured.matching.pairs import Matches, match
from agentfs.merge.structured.matching.slot import Lists, Slot
from agentfs.merge.structured.matching.twins import alone, twins_of
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import DEFINITIONS, IMPORTS, group_of, key_of

COMMENTS: Final = "comments"
ROUNDS: Final = 4
"""How often lists are matched again, without those that cannot be what they were matched with."""

_Key = tuple[bytes, str]


@dataclass
class Slots:
    """All things, and the order that each version has them in."""

    things: list[Slot]
    base: list[int]
    left: list[int]
    right: list[int]
    of_one_item: bool = False
    """Whether they are the parts of one item: what leads up to it, and the item itself."""
    lone: frozenset[int] = frozenset()
    """What is never the same as what the other side inserted."""

    @cached_property
    def places(self) -> tuple[Mapping[int, int], ...]:
        """Where things are in each version."""
        orders = (self.base, self.left, self.right)
        return tuple({number: at for at, number in enumerate(order)} for order in orders)

    def is_repeated(self, item: Item) -> bool:
        """Whether both sides have several of its key, so that it tells nothing."""
        repeatable = item.core.type in item.source.profile.repeatable
        return repeatable and _entry_key(item) in self.repeated

    @cached_property
    def repeated(self) -> AbstractSet[_Key]:
        left = [self.things[number].left for number in self.left]
        right = [self.things[number].right for number in self.right]
        sides = ([item for item in side if item] for side in (left, right))
        return set.intersection(*map(_several, sides))

    def unite(self, left: int, right: int) -> None:
        """Two that were inserted are one; it has the number of the left one from now on."""
        self.things[left] = Slot(None, self.things[left].left, self.things[right].right)


def slots_of(lists: Lists, pinned: Slot | None = None) -> Slots:
    """`pinned`: items that are one, whatever they look like."""
    base, left, right = lists
    to_left, to_right, lone = _matched(lists)
    if pinned is not None:
        _pin(to_left, pinned[0], pinned[1])
        _pin(to_right, pinned[0], pinned[2])
    things = [
        Slot(
            item,
            left[to_left[at]] if at in to_left else None,
            right[to_right[at]] if at in to_right else None,
        )
        for at, item in enumerate(base)
    ]
    numbers_left = {to: at for at, to in to_left.items()}
    numbers_right = {to: at for at, to in to_right.items()}
    several = _several(base) | _several(left) | _several(right)
    added: dict[_Key, int] = {}
    for at, item in enumerate(left):
        if at not in numbers_left:
            numbers_left[at] = len(things)
            key = _added_key(item)
            if key is not None and key not in several:
                added.setdefault(key, len(things))
            things.append(Slot(None, item, None))
    for at, item in enumerate(right):
        if at not in numbers_right:
            key = _added_key(item)
            number = added.pop(key, None) if key is not None else None
            if number is None:
                numbers_right[at] = len(things)
                things.append(Slot(None, None, item))
            else:
                numbers_right[at] = number
                things[number] = Slot(None, things[number].left, item)
    orders = (
        list(range(len(base))),
        [numbers_left[at] for at in range(len(left))],
        [numbers_right[at] for at in range(len(right))],
    )
    return Slots(
        with_emptied(things, orders),
        *orders,
        pinned is not None,
        frozenset(
            numbers[at]
            for numbers, places in zip((numbers_left, numbers_right), lone, strict=True)
            for at in places
        ),
    )


def _matched(lists: Lists) -> tuple[Matches, Matches, tuple[frozenset[int], frozenset[int]]]:
    """What is what of base in left and in right; and the places in either of what alone stands
    in the place of something, while the other side has put the same beside that."""
    base, left, right = lists
    to_left, to_right = match(base, left), match(base, right)
    of_left = of_right = frozenset[int]()
    rounds = 0 if _are_alike(left, right) else ROUNDS
    for _ in range(rounds):  # what is matched instead may be another one of them
        more_left = twins_of((base, right, left), to_right, to_left)
        more_right = twins_of((base, left, right), to_left, to_right)
        if more_left:
            of_left |= more_left
            to_left = match(base, left, apart=of_left)
        if more_right:
            of_right |= more_right
            to_right = match(base, right, apart=of_right)
        if not more_left and not more_right:
            break
    lone = alone(of_left, to_left, len(left)), alone(of_right, to_right, len(right))
    return to_left, to_right, lone


def _are_alike(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether the sides did the same, so that nothing stands beside what the other put there."""
    if len(left) != len(right):
        return False
    return all(one.text == other.text for one, other in zip(left, right, strict=True))


def slots_of_two(left: Sequence[Item], right: Sequence[Item]) -> Slots:
    """As `slots_of` for two lists without a base: what they have in common serves as one."""
    pairs = increasing(list(_matched_two(left, right).items()))
    things = [Slot(None, left[at], right[to]) for at, to in pairs]
    numbers_left = {at: number for number, (at, _) in enumerate(pairs)}
    numbers_right = {to: number for number, (_, to) in enumerate(pairs)}
    for at, item in enumerate(left):
        if at not in numbers_left:
            numbers_left[at] = len(things)
            things.append(Slot(None, item, None))
    for at, item in enumerate(right):
        if at not in numbers_right:
            numbers_right[at] = len(things)
            things.append(Slot(None, None, item))
    return Slots(
        things,
        list(range(len(pairs))),
        [numbers_left[at] for at in range(len(left))],
        [numbers_right[at] for at in range(len(right))],
    )


def _matched_two(left: Sequence[Item], right: Sequence[Item]) -> Matches:
    """As `match`; and what each list has one of is the same, however little alike."""
    matches = match(left, right, renames=False)
    taken = {*matches.values()}
    kinds = Counter(item.core.type for item in left)
    to = {item.core.type: item for item in right}
    kinds_right = Counter(item.core.type for item in right)
    for item in left:
        kind = item.core.type
        if item.index not in matches and kinds[kind] == kinds_right[kind] == 1:
            other = to[kind]
            if other.index not in taken and key_of(item) == key_of(other):
                matches[item.index] = other.index
    return matches


def _pin(matches: Matches, one: Item | None, other: Item | None) -> None:
    if one is None or other is None:
        return
    for at, to in list(matches.items()):
        if to == other.index:
            del matches[at]
    matches[one.index] = other.index


def _several(items: Sequence[Item]) -> set[_Key]:
    """Keys of entries that are no names, since several have them: elements of an array of
    tables."""
    counts = Counter(key for item in items if (key := _entry_key(item)) is not None)
    return {key for key, count in counts.items() if count > 1}


def _entry_key(item: Item) -> _Key | None:
    return None if group_of(item) in {DEFINITIONS, IMPORTS} else _added_key(item)


def _added_key(item: Item) -> _Key | None:
    """What makes two items that were added, each by one side, the same thing."""
    if group_of(item) is None:
        return None
    key = key_of(item)
    return None if key is None else (key, item.core.type)


def group(slot: Slot) -> str | None:
    """As `group_of`; that of comments, too."""
    item = slot.items[0]
    return COMMENTS if item.core.type in item.source.profile.comments else group_of(item)
