"""The things of a list that is merged: which item of each version is one of them.

Things have numbers.  An order is a list of numbers, so that to merge orders is not to look at
contents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from agentfs.merge.structured.keys import group_of, key_of
from agentfs.merge.structured.matching import Matches, increasing, match
from agentfs.merge.structured.slot import Lists, Slot
from agentfs.merge.structured.tree import Item
from agentfs.merge.structured.twins import agreed


@dataclass
class Slots:
    """All things, and the order that each version has them in."""

    things: list[Slot]
    base: list[int]
    left: list[int]
    right: list[int]

    @cached_property
    def places(self) -> tuple[Mapping[int, int], ...]:
        """Where things are in each version."""
        orders = (self.base, self.left, self.right)
        return tuple({number: at for at, number in enumerate(order)} for order in orders)

    def unite(self, left: int, right: int) -> None:
        """Two that were inserted are one; it has the number of the left one from now on."""
        self.things[left] = Slot(None, self.things[left].left, self.things[right].right)


def slots_of(lists: Lists, pinned: Slot | None = None) -> Slots:
    """`pinned`: items that are one, whatever they look like."""
    base, left, right = lists
    to_left, to_right = agreed(lists, match(base, left), match(base, right))
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
    added: dict[tuple[bytes, str], int] = {}
    for at, item in enumerate(left):
        if at not in numbers_left:
            numbers_left[at] = len(things)
            key = _added_key(item)
            if key is not None:
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
    return Slots(
        things,
        list(range(len(base))),
        [numbers_left[at] for at in range(len(left))],
        [numbers_right[at] for at in range(len(right))],
    )


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


def _added_key(item: Item) -> tuple[bytes, str] | None:
    """What makes two items that were added, each by one side, the same thing."""
    if group_of(item) is None:
        return None
    key = key_of(item)
    return None if key is None else (key, item.core.type)
