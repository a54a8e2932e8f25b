"""What a syntax tree states: definitions, imports, entries with a key; as its profile has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from tree_sitter import Language, Node, Query, QueryCursor, Tree

from agentfs.syntax.naming import definition_key, is_import
from agentfs.syntax.places import nodes_at, text_at
from agentfs.syntax.profile import Profile, Unordered

QUOTES: Final = b"\"'`"
NEAR: Final = 50
"""Rows that are searched in one go if no more are between two that are asked for."""
_WORD: Final = re.compile(rb"\w+")


class Key(NamedTuple):
    """What kind of thing, and what tells it from its neighbours."""

    kind: str
    text: bytes

    @property
    def word(self) -> bytes:
        """Something that is in the text wherever this is stated."""
        words = _WORD.findall(self.text)
        return words[-1] if words else b""


class Stated(NamedTuple):
    key: Key
    parent: Node
    """What it is in; a definition and an import are not in what is only wrapped around them."""


Place = tuple[bytes, ...]
"""The names of what a thing is in, the innermost first."""


def stated(node: Node, profile: Profile) -> Iterator[Stated]:
    """What `node` states; of an import each name."""
    for place in profile.distinct.get(node.type, ()):
        if node.parent is not None and (text := text_at(node, place)):
            yield Stated(Key(f"distinct {place}", _plain(text)), node.parent)
    if name := definition_key(node, profile):
        place = profile.overloads.get(node.type)
        overload = text_at(node, place) if place else b""
        text = name.encode("utf-8", "replace") + b" " + overload
        yield Stated(Key("definition", _plain(text)), _around(node, profile))
    elif is_import(node, profile):
        around = _around(node, profile)
        for key in _imported(node, profile):
            yield Stated(key, around)
    elif node.parent is not None and (key := _entry(node, profile)):
        yield Stated(key, node.parent)


def stated_in(parent: Node, profile: Profile) -> Counter[Key]:
    """How often each thing is stated in `parent`.  Neighbours that are one definition, such as
    the clauses of a function, count once."""
    counts: Counter[Key] = Counter()
    before: Node | None = None
    for node, wrapped in _members(parent, profile):
        keys = {each.key for each in stated(node, profile) if each.parent == parent}
        if wrapped and node.type in profile.unique:
            continue
        if node.type in profile.joined and before is not None and before.type in profile.joined:
            keys -= {each.key for each in stated(before, profile)}
        counts.update(keys)
        before = node if node.type not in profile.attached else before
    return counts


def things(tree: Tree, profile: Profile, rows: Iterable[int] | None = None) -> list[Node]:
    """Nodes that may state something, in the order of the text; only those that touch the
    `rows`, and some near them, if there are any."""
    types = _types(profile)
    if not types:
        return []
    cursor = QueryCursor(_query(tree.language, types))
    found: dict[int, Node] = {}
    for first, last in [(0, tree.root_node.end_point.row)] if rows is None else _spans(rows):
        cursor.set_point_range((first, 0), (last + 1, 0))
        for node in cursor.captures(tree.root_node).get("thing", []):
            found[node.id] = node
    return sorted(found.values(), key=lambda node: node.start_byte)


def place_of(parent: Node, profile: Profile) -> Place:
    names = []
    node: Node | None = parent
    while node is not None:
        if name := definition_key(node, profile).encode("utf-8", "replace"):
            names.append(name)
        elif key := _entry(node, profile):
            names.append(key.text)
        node = node.parent
    return tuple(names)


def _spans(rows: Iterable[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for row in sorted(rows):
        if spans and row - spans[-1][1] <= NEAR:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans


def _members(parent: Node, profile: Profile, wrapped: bool = False) -> Iterator[tuple[Node, bool]]:
    """Of what is in `parent`, also what is in a wrapper there."""
    for child in parent.named_children:
        yield child, wrapped
        if child.type in profile.wrappers:
            yield from _members(child, profile, wrapped=True)


def _around(node: Node, profile: Profile) -> Node:
    parent = node.parent
    while parent is not None and parent.type in profile.wrappers:
        node, parent = parent, parent.parent
    return parent or node


def _imported(statement: Node, profile: Profile) -> Iterator[Key]:
    """Each name, behind that of what it is imported from; or the whole statement."""
    items = [each for each in _items_in(statement, profile) if _rule(each, profile)]
    if not items:
        yield Key("import", _plain(statement.text or b""))
    for item in items:
        names = []
        node: Node | None = item
        while node is not None and node != statement:
            if key := _entry(node, profile):
                names.append(key.text)
            node = node.parent
        places = profile.keys.get(statement.type, ())
        names += [text_at(statement, place) for place in reversed(places)]
        yield Key("imported", _plain(b" ".join(reversed(names))))


def _items_in(node: Node, profile: Profile) -> Iterator[Node]:
    """Items of its lists that have no lists themselves."""
    for child in node.named_children:
        inner = list(_items_in(child, profile))
        yield from inner
        if not inner and any(child.type in rule.items for rule in profile.unordered):
            yield child


def _entry(node: Node, profile: Profile) -> Key | None:
    found = _rule(node, profile)
    if found is None and node.type not in profile.unique:
        return None
    rule = found[1] if found else None
    places = profile.keys.get(node.type, ())
    if rule is not None and rule.keys is not None:
        places = rule.keys
    texts = [text_at(node, place) for place in places] if places else [node.text or b""]
    text = _plain(b" ".join(each.strip(QUOTES) for each in texts))
    if rule is not None and rule.key_part and (match := rule.key_part.match(text)):
        text = match[0]
    return Key(f"entry {found[0]}" if found else node.type, text) if text else None


def _rule(node: Node, profile: Profile) -> tuple[int, Unordered] | None:
    """By which the list that `node` is in has no order, and its number."""
    if node.parent is None or node.type in profile.attached:
        return None
    for number, rule in enumerate(profile.unordered):
        fits = node.type in rule.items and node.parent.type in rule.parents
        if fits and _has(node, rule) and _holds(rule, node.parent, profile):
            return number, rule
    return None


def _holds(rule: Unordered, parent: Node, profile: Profile) -> bool:
    items = (each for each in parent.named_children if each.type not in profile.comments)
    if rule.alone and not all(each.type in rule.items and _has(each, rule) for each in items):
        return False
    if not (rule.named or rule.not_named):
        return True
    name = text_at(parent, rule.name_place)
    return name not in rule.not_named and (not rule.named or name in rule.named)


def _has(node: Node, rule: Unordered) -> bool:
    return not rule.having or any(nodes_at(node, place) for place in rule.having)


def _types(profile: Profile) -> frozenset[str]:
    types = frozenset(profile.definitions) | profile.imports | profile.unique
    types |= profile.distinct.keys() | {call.node for call in profile.calls}
    return types.union(*(rule.items for rule in profile.unordered)) - profile.attached


@cache
def _query(language: Language, types: frozenset[str]) -> Query:
    """Not for plain tokens, which some profiles list: modifiers."""
    named = (each for each in sorted(types) if language.id_for_node_kind(each, True))
    return Query(language, f"[{' '.join(f'({each})' for each in named)}] @thing")


def _plain(text: bytes) -> bytes:
    return b" ".join(text.split())
