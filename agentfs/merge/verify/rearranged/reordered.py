"""Lists that one side put into another order, in one order in all texts; so are lists into
which both sides put something.

Definitions, imports and entries with a key are what they are wherever they stand in their list.
If a side sorted such a list and the other changed an entry, an account in the order of the text
does not come out; in the order of the keys it does.  Nor does it if both put in the same thing,
each at another place, and the result has it once; nor if what one put in repeats a word of the
entry that it changed beside it, and the other's stands between the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.texts import SEPARATORS
from agentfs.merge.verify.inputs.things import Address, Key, Location, Things
from agentfs.syntax.naming import definition_key
from agentfs.syntax.profile import Profile

_AROUND: Final = b"".join(SEPARATORS) + b" \t\r\n"

_Name = tuple[Address, str, int, int]
"""Where a list is, its type, its number among those, and how many they are: a class and its
companion have one name."""


@dataclass(slots=True)
class _List:
    location: Location
    items: list[tuple[Key, Location]]

    def keys_in(self, other: _List) -> list[Key]:
        """Those that the other has, too."""
        theirs = {key for key, _ in other.items}
        return [key for key, _ in self.items if key in theirs]

    def adds(self, base: _List) -> set[Key]:
        return {key for key, _ in self.items} - {key for key, _ in base.items}


def in_one_order(judged: Judged) -> tuple[bytes, bytes, bytes, bytes] | None:
    """The four texts, or None if there is no such list, or the result has it in an order that
    is not that side's."""
    profile = judged.profile
    if not profile.grammar or judged.is_large:
        return None
    found = [_lists(things) for things in (*judged.known, judged.stated)]
    names = {name for name in found[0] if _reordered(*(each.get(name) for each in found))}
    if not names:
        return None
    base, left, right, result = (
        _sorted(text, lists, names, profile)
        for text, lists in zip(judged.texts, found, strict=True)
    )
    return base, left, right, result


def _reordered(
    base: _List | None, left: _List | None, right: _List | None, result: _List | None
) -> bool:
    if base is None or left is None or right is None or result is None:
        return False
    moved = [side for side in (left, right) if side.keys_in(base) != base.keys_in(side)]
    if not moved:
        return _grown_by_both(base, left, right, result)
    return len(moved) == 1 and result.keys_in(moved[0]) == moved[0].keys_in(result)


def _grown_by_both(base: _List, left: _List, right: _List, result: _List) -> bool:
    """Whether both put something in, and the result has it in the order of each side; of what has
    one key, in that of one."""
    new = {*left.keys_in(right)} - {key for key, _ in base.items}

    def agrees(side: _List, but: AbstractSet[Key]) -> bool:
        there = [key for key in result.keys_in(side) if key not in but]
        return there == [key for key in side.keys_in(result) if key not in but]

    sides = (left, right)
    return (
        all(side.adds(base) for side in sides)
        and all(agrees(side, new) for side in sides)
        and any(agrees(side, frozenset()) for side in sides)
    )


def _lists(things: Things) -> dict[_Name, _List]:
    """With the items that may change places."""
    found: dict[int, _List] = {}
    for location in things.locations(None):
        for each in things.stated(location):
            if each.key.kind.startswith(("definition", "import", "entry")):
                held = found.setdefault(each.parent.node.id, _List(each.parent, []))
                item = _member(location, each.parent)
                if not held.items or held.items[-1][1].node != item.node:
                    held.items.append((each.key, item))
    named: dict[tuple[Address, str], list[_List]] = {}
    for held in found.values():
        name = things.address(held.location), held.location.node.type
        named.setdefault(name, []).append(held)
    return {
        (*name, number, len(lists)): held
        for name, lists in named.items()
        for number, held in enumerate(sorted(lists, key=lambda each: each.location.node.start_byte))
    }


def _member(location: Location, parent: Location) -> Location:
    """The child of `parent` that `location` is or is in."""
    at = location
    while at.up is not None and at.up.node != parent.node:
        at = at.up
    return at


def _sorted(text: bytes, lists: dict[_Name, _List], names: set[_Name], profile: Profile) -> bytes:
    chosen = sorted((lists[name] for name in names), key=lambda each: each.location.node.start_byte)
    return _with_sorted(text, 0, len(text), chosen, profile)


def _with_sorted(
    text: bytes, start: int, end: int, lists: Sequence[_List], profile: Profile
) -> bytes:
    """That part of the text with each list that is inside it sorted."""
    pieces = []
    at = start
    for held in lists:
        node = held.location.node
        if at <= node.start_byte and node.end_byte <= end:
            inner = [other for other in lists if other is not held]
            pieces += [text[at : node.start_byte], _sorted_list(text, held, inner, profile)]
            at = node.end_byte
    return b"".join([*pieces, text[at:end]])


def _sorted_list(text: bytes, held: _List, inner: Sequence[_List], profile: Profile) -> bytes:
    """First all that stands between the items, then the items."""
    rest: list[bytes] = []
    items: list[tuple[Key, bytes]] = []
    at = held.location.node.start_byte
    for key, start, end in _extents(text, held, profile):
        rest.append(text[at:start])
        items.append((key, _with_sorted(text, start, end, inner, profile).strip(_AROUND)))
        at = end
    last = text[at : held.location.node.end_byte]
    items.sort(key=lambda each: each[0])
    return b"\n".join([*(each.strip(_AROUND) for each in rest), *(item for _, item in items), last])


def _extents(text: bytes, held: _List, profile: Profile) -> Iterator[tuple[Key, int, int]]:
    """From the comments before an item to the end of its line, if nothing else is on it."""
    at = held.location.node.start_byte
    for number, (key, location) in enumerate(held.items):
        start, before = location.node.start_byte, location.node.prev_named_sibling
        while before is not None and before.is_extra and before.start_byte >= at:
            start, before = before.start_byte, before.prev_named_sibling
        following = held.items[number + 1 :]
        limit = following[0][1].node.start_byte if following else held.location.node.end_byte
        end = _whole_end(location.node, profile)
        line_end = text.find(b"\n", end)
        at = line_end if 0 <= line_end < limit else end
        yield key, start, at


def _whole_end(node: Node, profile: Profile) -> int:
    """The end of a definition with its body, if that stands beside it, and its other clauses."""
    name = definition_key(node, profile) if node.type in profile.joined else ""
    end, after = node.end_byte, node.next_named_sibling
    while after is not None:
        is_tail = after.type in profile.tails
        is_clause = name and after.type in profile.joined and definition_key(after, profile) == name
        if is_tail or is_clause:
            end = after.end_byte
        elif not after.is_extra:
            break
        after = after.next_named_sibling
    return end
