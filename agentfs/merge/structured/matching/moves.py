"""Definitions that one side moved to another place in the tree while the other changed them.

Known by their name and what they contain.  Within one list nothing has to be done: there a
thing is known wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from tree_sitter import Node as SyntaxNode

from agentfs.merge.structured.matching.likeness import similarity
from agentfs.merge.structured.matching.relocated import relocated
from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Nodes, Slot
from agentfs.merge.structured.trees.items import Item, items_of
from agentfs.merge.structured.trees.tree import DEEPEST, Node
from agentfs.syntax.definitions import Definition, definitions_in
from agentfs.syntax.naming import qualified_name
from agentfs.syntax.profile import Profile

ALIKE: Final = 0.6
"""The least similarity of a definition before and after it was moved."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Moves:
    """What was moved and changed, by where its core is: in a side's text, and in base's."""

    arrived: Mapping[int, Mapping[Span, Slot]] = field(default_factory=dict)
    left_behind: frozenset[Span] = frozenset()

    def at(self, item: Item, side: int) -> Slot | None:
        return self.arrived.get(side, {}).get(_span(item))

    def within(self, item: Item, side: int) -> bool:
        spans = self.arrived.get(side)
        return bool(spans) and any(
            item.start <= start and end <= item.end for start, end in spans or ()
        )

    def without(self, slot: Slot) -> Moves:
        arrived = {
            side: {span: each for span, each in spans.items() if each is not slot}
            for side, spans in self.arrived.items()
        }
        return Moves(arrived, self.left_behind)

    def was(self, slot: Slot) -> bool:
        return slot.base is not None and _span(slot.base) in self.left_behind


def _span(item: Item) -> Span:
    return item.core.start, item.core.end


def moves_of(base: Node, left: Node, right: Node) -> Moves:
    """Of three roots."""
    trees = (base, left, right)
    arrived: dict[int, dict[Span, Slot]] = {LEFT: {}, RIGHT: {}}
    behind: set[Span] = set()
    found = relocated(trees) if base.source.profile.moving else _definitions_moved(trees)
    for side, slot in found:
        before, after = slot.base, slot[side]
        if before is not None and after is not None:
            arrived[side][_span(after)] = slot
            behind.add(_span(before))
    return Moves(arrived, frozenset(behind)) if behind else Moves()


def _definitions_moved(trees: Nodes) -> Iterator[tuple[int, Slot]]:
    """Which side moved it, and its three versions.  None in texts of lines, which have no
    definitions."""
    base = trees[0]
    if base.syntax is None:
        return
    known = [_definitions(tree) for tree in trees]
    lists = dict[int, list[Item]]()
    for side, other in ((LEFT, RIGHT), (RIGHT, LEFT)):
        for at, becomes in _moved(known[0], known[side]):
            was, still = known[0][at], known[other].get(at)
            before, after = _item_of(base, was, lists), _item_of(trees[side], becomes, lists)
            kept = _item_of(trees[other], still, lists) if still is not None else None
            if kept is None or before is None or after is None:
                continue
            if kept.text == before.text or similarity(before, after) < ALIKE:
                continue
            yield side, Slot(before, after, kept) if side == LEFT else Slot(before, kept, after)


def _definitions(tree: Node) -> dict[str, Definition]:
    assert tree.syntax is not None
    source = tree.source
    found = definitions_in(tree.syntax, source.text, source.profile).definitions
    regions = list(_regions(tree.syntax, source.profile, DEEPEST))
    symbols = {each.symbol for each in found}
    known: dict[str, Definition] = {}
    around: list[Definition] = []
    for each in found:
        while around and around[-1].end <= each.start:
            around.pop()
        # A class and its companion have one name, and so have what is in them.
        shared = around and around[-1].symbol.partition("#")[0] + "#2" in symbols
        kind = _kind_around(tree, each, around[-1]) if shared else ""
        deep = sum(start <= each.start and each.end <= end for start, end in regions)
        # What is defined outside of what it is a member of has the same name there.
        beside = not around or around[-1].symbol != each.symbol.rpartition(".")[0]
        known[f"{deep} {kind} {beside} {each.symbol}"] = each
        around.append(each)
    return known


def _regions(parent: SyntaxNode, profile: Profile, depth: int) -> Iterator[Span]:
    """What holds definitions, but has no name, so that these are called the same in it as beside
    it: a namespace without a name."""
    holders = profile.inside | profile.through
    for node in parent.named_children if depth else ():
        if node.type not in holders:
            continue
        if node.type in profile.inside and not qualified_name(node, profile):
            yield node.start_byte, node.end_byte
        yield from _regions(node, profile, depth - 1)


def _kind_around(tree: Node, member: Definition, holder: Definition) -> str:
    """What kind of node it is that a definition is a member of."""
    assert tree.syntax is not None
    inside = tree.source.profile.inside
    node = tree.syntax.descendant_for_byte_range(member.start, holder.end - 1)
    while node is not None and node.type not in inside:
        node = node.parent
    return node.type if node is not None else ""


def _moved(
    before: Mapping[str, Definition], after: Mapping[str, Definition]
) -> Iterator[tuple[str, Definition]]:
    """Those that are gone from one place and new at another with the same last name."""
    gone = {at: each for at, each in before.items() if at not in after}
    new = [each for at, each in after.items() if at not in before]
    times = Counter(map(_name_and_kind, [*gone.values(), *new]))
    named = {_name_and_kind(each): each for each in new}
    for at, was in gone.items():
        becomes = named.get(_name_and_kind(was))
        if becomes and times[_name_and_kind(was)] == 2:
            yield at, becomes


def _name_and_kind(definition: Definition) -> tuple[str, str]:
    """A class and its constructor have one name."""
    return definition.symbol.rpartition(".")[2], definition.kind


def _item_of(tree: Node, definition: Definition, lists: dict[int, list[Item]]) -> Item | None:
    """The item that holds a definition and nothing else.  `lists`: items by their parent's `id`,
    as far as they are known."""
    node = tree
    while True:
        items = lists.get(id(node)) or lists.setdefault(id(node), items_of(node))
        for item in items:
            if item.start <= definition.start and definition.end <= item.end:
                if item.start == definition.start and item.end == definition.end:
                    return item
                node = item.core
                break
        else:
            return None
