"""What both sides inserted alike, in one region: it is one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from agentfs.merge.structured.matching.increasing import increasing
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.keys import (
    is_list,
    key_of,
)

FAR: Final = 100
"""How many equal things are looked at."""


def with_equals_united(left: Sequence[int], right: Sequence[int], slots: Slots) -> Iterator[int]:
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
            likely = places.get(slot.right.look, ())
            pairs += [(at, to) for to in _equal_insertions(slot.right, left, likely, slots)]
    united = dict(_either_way(pairs, lambda at: slots.things[right[at]].items[0].look))
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
            found[slot.left.look].append(at)
    return found


def _equal_insertions(
    item: Item, left: Sequence[int], places: Sequence[int], slots: Slots
) -> Iterator[int]:
    for at in places[:FAR]:
        other = slots.things[left[at]].left
        if other is not None and same(other, item):
            yield at


def only_lists(left: Sequence[int], right: Sequence[int], slots: Slots) -> tuple[int, int] | None:
    """The lists that both inserted, if all else that they did is the tokens around them."""
    if len(left) != len(right):
        return None
    others = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    around = (slots.things[one].items[0] for one in left if one not in dict(others))
    if len(others) == 1 and not any(item.core.named for item in around):
        return others[0] if _are_lists(*others[0], slots) else None
    return None


def _are_some(number: int, slots: Slots) -> bool:
    """Whether there may be several of a kind where it stands: some are there, or it stands at the
    top, or in brackets as a list's item does."""
    item = slots.things[number].items[0]
    parent = item.core.parent
    if parent is None or parent.parent is None:
        return True
    bracket = parent.children[0].text
    if bracket == b"[" or (bracket == b"{" and item.text.startswith(b"{")):
        return True
    kinds = Counter(each.core.type for slot in slots.things for each in slot.items[:1])
    return kinds[item.core.type] > 2  # the two themselves


def _are_lists(left: int, right: int, slots: Slots) -> bool:
    """Whether both inserted one thing that is, or has nothing but, an unordered list:
    modifiers, attributes, the keys below one that had no value."""
    item, other = slots.things[left].items[0], slots.things[right].items[0]
    if item.core.type != other.core.type or key_of(item) is not None or _are_some(left, slots):
        return False
    ranked = frozenset[str]().union(*item.source.profile.sequence)
    if ranked.issuperset(each.type for node in (item.core, other.core) for each in node.children):
        return True
    node = item.core
    while not is_list(node) and len(inside := [each for each in node.children if each.named]) == 1:
        node = inside[0]
    return is_list(node)
