"""Keeps a list sorted, if those things of it that the new ones go among are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Slot
from agentfs.merge.structured.matching.slots import COMMENTS, Slots, group
from agentfs.merge.structured.order.releases import in_release_order
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import DEFINITIONS, IMPORTS, OVERLOAD, group_of, key_of
from agentfs.merge.structured.trees.tree import Node
from agentfs.syntax.naming import is_import

FAR: Final = 100
"""How many things before and behind a spot are looked at."""
FEW: Final = 3
"""Things that a list must have for its order to tell that it is sorted."""


def kept_sorted(order: Sequence[int], slots: Slots) -> Sequence[int]:
    """`order`, sorted if the runs that it goes into are."""
    items = [slots.things[number].items[0] for number in order]
    if len({(group_of(item), item.core.type) for item in items}) != 1:
        return order
    if group(slots.things[order[0]]) in {DEFINITIONS, COMMENTS}:
        return order
    if (in_order := in_release_order(order, slots)) is not None:
        return in_order
    if group_of(items[0]) != IMPORTS and any(b"{" in item.core.text for item in items):
        return order  # what has a body is not sorted, even if it happens to be
    runs = [_run(order, slots.left, slots, LEFT), _run(order, slots.right, slots, RIGHT)]
    few = FEW + (_is_of_program(items[0]) and all(run and run[-1] in items for run in runs))
    for sort_key in _SORT_KEYS:
        texts = [[sort_key(item) for item in run] for run in runs]
        if all(len(run) >= few and run == sorted(run) for run in texts):
            return sorted(order, key=lambda n: sort_key(slots.things[n].items[0]))
    return order


def _is_of_program(item: Item) -> bool:
    """Whether it is an entry of a program that brings nothing in: people put a field or a variant
    behind the last one, which seldom tells of an order."""
    node: Node | None = item.core
    while node is not None and node.syntax is not None:
        if is_import(node.syntax, item.source.profile):
            return False
        node = node.parent
    return bool(item.source.profile.definitions)


def _run(order: Sequence[int], numbers: Sequence[int], slots: Slots, side: int) -> list[Item]:
    """What stands around these things in a side's list, without a blank line between.  Entries of
    one name, such as the elements of an array of tables, have one between them anyway."""
    where = slots.places[side]
    places = sorted(where[number] for number in order if number in where)
    if not places:
        return []
    run = [item_of(slots.things[numbers[at]], side) for at in range(places[0], places[-1] + 1)]
    for at in range(places[0] - 1, max(places[0] - FAR, 0) - 1, -1):
        before = item_of(slots.things[numbers[at]], side)
        if not _follows(before, run[0]):
            break
        run.insert(0, before)
    for at in range(places[-1] + 1, min(places[-1] + FAR, len(numbers))):
        after = item_of(slots.things[numbers[at]], side)
        if not _follows(run[-1], after):
            break
        run.append(after)
    return run


def item_of(slot: Slot, side: int) -> Item:
    item = slot[side]
    assert item is not None
    return item


def goes_on(one: Item, other: Item) -> bool:
    gap = one.source.text[one.end : other.start]
    alike = one.core.type == other.core.type and group_of(one) == group_of(other)
    return alike and gap.count(b"\n") < 2


def _follows(one: Item, other: Item) -> bool:
    overloaded = one.core.type == other.core.type and one.core.type in one.source.profile.overloads
    if overloaded and _name(one) == _name(other) and group_of(one) == group_of(other):
        return True
    return goes_on(one, other)


def _name(item: Item) -> bytes:
    return _key(item).split(OVERLOAD)[0]


def _text(item: Item) -> bytes:
    return item.core.text.rstrip(b";,")


def _lower(item: Item) -> bytes:
    return _text(item).lower()


def _key(item: Item) -> bytes:
    return key_of(item) or b""


def _lower_key(item: Item) -> bytes:
    return _key(item).lower()


def _swapped(item: Item) -> bytes:
    """Names in small letters before those in capitals, as rustfmt has them."""
    return _text(item).swapcase()


def _natural(item: Item) -> list[int | bytes]:
    """Version 1.10 after version 1.9."""
    parts = _DIGITS.split(_text(item))
    return [int(part) if at % 2 else part for at, part in enumerate(parts)]


_DIGITS: Final = re.compile(rb"([0-9]{1,18})")
_SORT_KEYS: Final[Sequence[Callable[[Item], Any]]] = (
    *(_text, _lower, _swapped),
    *(_key, _lower_key),
    _natural,
)
