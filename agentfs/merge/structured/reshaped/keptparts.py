"""A part of what one side put something else in the place of: it is in there, and only there the
other side changed something.

``return f(x)`` became ``if err := f(x); err != nil {…}``, or ``f(x).unwrap()`` became ``f(x)?``,
and the other side gave ``f`` another argument.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from agentfs.merge.structured.matching.likeness import target_of
from agentfs.merge.structured.matching.slot import Nodes, Slot
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.reshaped.nesting import is_block, is_edited, is_token, path_to
from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.keys import definition_in
from agentfs.merge.structured.trees.tree import Node, leaves, squeezed
from agentfs.syntax.naming import definition_key

LONGEST: Final = 2_000
"""Bytes of something that is replaced by something else; in what is longer, more is a chance."""
_FEWEST: Final = 5
"""Tokens of a part that is known again: a call with an argument has more.  Where a side says the
same in another form, any with words enough is."""
_WORDS: Final = 2
_LEAVING: Final = frozenset((b"return", b"break", b"continue", b"next", b"await", b"yield"))
_TYPE: Final = "type"
"""The field of a type: what is right for one use of it may be wrong for another."""


def kept_part(base: Node, outer: Node, other: Node, *, in_function: bool = False) -> Nodes | None:
    """The largest part that `other` has all its changes in, as base, `outer` and `other` have it;
    None if it is not in `outer`, or not just once, or too small to tell.  `in_function`: whether
    what `outer` has around it is the function that base has, too, as a value."""
    if max(len(node.text) for node in (base, outer, other)) > LONGEST:
        return None
    whole = squeezed(base.text)
    fewest = _WORDS if is_in_other_form(base, outer) else _FEWEST
    for was, became in _around_changes(base, other):
        if not _is_telling(was, fewest) or whole.count(squeezed(was.text)) != 1:
            continue
        if (path_to(became, was) and not in_function) or not is_edited(was, became):
            return None  # each put it into something, or it is another thing altogether
        path = path_to(outer, was)
        if path and path[-1].type == was.type and not is_token(became):
            return was, path[-1], became
    return None


def kept_body(base: Node, outer: Node, other: Node) -> Nodes | None:
    """As `kept_part`, of several lines: a block that has all that `other` changed, and that `outer`
    has behind another head, ``xs.forEach((x) => {…})`` for ``for (x of xs) {…}``; but what leaves
    the one may not leave the other."""
    if outer.type == base.type or max(len(each.text) for each in (base, outer, other)) > LONGEST:
        return None
    for was, became in _around_changes(base, other):
        if was is base or not is_block(was):
            continue
        path = path_to(outer, was)
        put = became.tokens - was.tokens
        if not path or path[-1].type != was.type or not _LEAVING.isdisjoint(put):
            return None
        return was, path[-1], became
    return None


def _around_changes(base: Node, other: Node) -> Iterator[tuple[Node, Node]]:
    """The parts that have all that is changed in them, from the largest to the smallest."""
    if base.type == other.type:
        yield base, other
    while base.type == other.type and len(base.children) == len(other.children):
        pairs = zip(base.children, other.children, strict=True)
        changed = [(one, two) for one, two in pairs if not same(one, two)]
        if len(changed) != 1:
            return
        base, other = changed[0]
        if base.role == _TYPE:
            return
        yield base, other


def is_in_other_form(base: Node, outer: Node) -> bool:
    """Whether all that differs is keywords, signs and the order of what is between them."""
    if max(len(base.text), len(outer.text)) > LONGEST:
        return False
    one, other = (
        Counter(leaf.text for leaf in leaves(node) if leaf.named) for node in (base, outer)
    )
    return one == other


def _is_telling(node: Node, fewest: int) -> bool:
    words = [token for token in node.tokens if token[:1].isalnum()]
    if node.type in node.source.profile.comments:
        return False  # it is about something, and stands with that
    return not is_token(node) and node.tokens.total() >= fewest and len(words) >= _WORDS


def kept_in_new(lost: Slot, side: Sequence[int], slots: Slots) -> tuple[int, Nodes] | None:
    """Which of the things that the side that deleted `lost` has there holds the part of it that
    the other side changed, and the part in its three versions, base's, that one's, the other's."""
    item, other = lost.base, lost.left or lost.right
    if item is None or other is None or not _is_plain(item) or not _is_plain(other):
        return None
    found: list[tuple[int, Nodes]] = []
    for number in side:
        slot = slots.things[number]
        new = slot.items[0]
        if len(slot.items) > 1 or slot.base is not None:
            continue
        is_named = _has_its_name(new, item)
        if is_named or _is_plain(new):
            part = kept_part(item.core, new.core, other.core, in_function=is_named)
            if part is not None:
                found.append((number, part))
    return found[0] if len(found) == 1 else None


def _has_its_name(new: Item, lost: Item) -> bool:
    """``def f(x): …`` that of ``f = lambda x: …``."""
    definition = definition_in(new.core)
    if definition is None:
        return False
    return definition_key(definition, new.source.profile).encode() == target_of(lost.core)


def kept_before(slot: Slot, new: Slot | None) -> Nodes | None:
    """The part of `slot` that one side gave a name, in what it put before it, and that alone the
    other side changed: ``y = g(x)`` and ``f(y)`` for ``f(g(x))``."""
    if None in slot or new is None or new.base is not None or len(new.items) != 1:
        return None
    if not all(map(_is_plain, (*slot.items, *new.items))):
        return None
    base, left, right = (item.core for item in slot.items)
    outer, other = (left, right) if new.left is not None else (right, left)
    node = new.items[0].core
    names = (node.tokens & outer.tokens) - base.tokens
    part = kept_part(base, node, other) if any(name[:1].isalnum() for name in names) else None
    return part if part is not None and squeezed(part[0].text) not in squeezed(outer.text) else None


def _is_plain(item: Item) -> bool:
    """Whether it is no definition, and nothing leads up to it."""
    return len(item.parts) == 1 and definition_in(item.core) is None


def as_left_alone(slots: Slots, lost: Sequence[int]) -> Slots:
    """The same things, as if the side that kept these had not changed them."""
    things = list(slots.things)
    for number in lost:
        base, left, right = things[number]
        things[number] = Slot(base, base if left else None, base if right else None)
    return Slots(things, slots.base, slots.left, slots.right, slots.of_one_item, slots.lone)
