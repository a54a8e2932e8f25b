"""What a syntax tree states: definitions, imports, entries with a key; as its profile has it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tree_sitter import Node, Tree

from agentfs.syntax.naming import condition_above, definition_key, is_import, unescaped
from agentfs.syntax.places import nodes_at, text_at
from agentfs.syntax.profile import Profile, Unordered

QUOTES: Final = b"\"'`"
FAR: Final = 200
"""Bytes before a list that are looked at."""
_WORD: Final = re.compile(rb"\w+")


class Key(NamedTuple):
    """What kind of thing, and what tells it from its neighbours."""

    kind: str
    text: bytes

    @property
    def word(self) -> bytes:
        """Something that is in the text wherever this is stated, whatever its case."""
        words = _WORD.findall(self.text)
        return words[-1] if words else b""


class Location(NamedTuple):
    """A node and the way to it, as in a zipper (Huet, "The Zipper", 1997).  To ask a node for its
    parent takes long in a wide tree."""

    node: Node
    up: Location | None
    before: Node | None
    """The neighbour before it, with nothing between them but what is attached to it."""


Address = tuple[bytes, ...]
"""The names of what a thing is in, the innermost first."""


class Stated(NamedTuple):
    key: Key
    parent: Location
    """What it is in; a definition and an import are not in what is only wrapped around them."""


@dataclass(frozen=True, slots=True)
class Things:
    """Of one tree, by its profile."""

    text: bytes
    tree: Tree
    profile: Profile
    _rules: dict[int, list[tuple[int, Unordered]]] = field(default_factory=dict)
    """By the node of a list."""
    _types: set[str] = field(default_factory=set)
    """Of nodes that may state something."""

    def __post_init__(self) -> None:
        profile = self.profile
        self._types.update(profile.definitions, profile.imports, profile.unique, profile.distinct)
        self._types.update(call.node for call in profile.calls)
        self._types.update(*(rule.items for rule in profile.unordered), profile.paired)

    def locations(self, rows: Sequence[int] | None) -> Iterator[Location]:
        """Nodes that touch one of the rows, which rise; None: all."""
        waiting = [Location(self.tree.root_node, None, None)]
        while waiting:
            location = waiting.pop()
            yield location
            waiting += reversed(list(self._inner(location, rows)))

    def members(self) -> Iterator[Location]:
        """Nodes that may be definitions and are in no function or test: methods of an object that
        is handed to a call are members, too."""
        profile = self.profile
        holders = profile.inside | profile.through | profile.wrappers
        known = frozenset({*profile.definitions, *(call.node for call in profile.calls)})
        closed = known - holders
        waiting = [Location(self.tree.root_node, None, None)]
        while waiting:
            for location in self._inner(waiting.pop(), None):
                node = location.node
                if node.type in known:
                    yield location
                if node.type not in closed or not definition_key(node, profile):
                    waiting.append(location)

    def below(self, parent: Location) -> Iterator[Location]:
        """Nodes that may state something of which the parent is `parent`."""
        waiting = [parent]
        while waiting:
            for location in self._inner(waiting.pop(), None):
                yield location
                if location.node.type in self.profile.wrappers | self.profile.transparent:
                    waiting.append(location)

    def stated(self, location: Location) -> Iterator[Stated]:
        """What the node states; of an import each name."""
        node, profile = location.node, self.profile
        if node.type not in self._types:
            return
        for place in profile.distinct.get(node.type, ()):
            around = self._list(self._around(location)) if location.up else location
            texts = (each.text or b"" for each in nodes_at(node, place) if location.up)
            for text in {_plain(each.strip(QUOTES)) for each in texts} - {b""}:
                yield Stated(Key("distinct", text), around)
        if node.type in profile.paired:
            held = [each for each in node.named_children if each.type not in profile.comments]
            for each in held[::2]:
                yield Stated(Key("paired", _plain(each.text or b"")), location)
        if name := definition_key(node, profile):
            yield from self._definition(location, name)
        elif is_import(node, profile):
            around = self._around(location)
            for key in self._imported(location):
                yield Stated(key, around)
        elif location.up and (entry := self._entry(location)):
            yield Stated(entry, location.up)

    def address(self, location: Location) -> Address:
        names = []
        at: Location | None = location
        while at is not None:
            if name := definition_key(at.node, self.profile):
                names.append(name.encode("utf-8", "replace"))
            elif entry := self._entry(at):
                names.append(entry.text)
            at = at.up
        return tuple(names)

    def _inner(self, location: Location, rows: Sequence[int] | None) -> Iterator[Location]:
        before: Node | None = None
        for child in location.node.named_children:
            if rows is None or _touches(child, rows):
                yield Location(child, location, before)
            if child.type not in self.profile.attached:
                before = child

    def _definition(self, location: Location, name: str) -> Iterator[Stated]:
        """Neighbours that are one definition, such as the clauses of a function, state it once."""
        node, before, profile = location.node, location.before, self.profile
        joined = before is not None and {node.type, before.type} <= profile.joined
        if joined and before and definition_key(before, profile) == name:
            return
        if node.type in profile.fixed_names and not self._named(location, name):
            return
        place = profile.overloads.get(node.type)
        overload = text_at(node, place, profile.left_out) if place else b""
        condition = condition_above(node, profile)
        text = name.encode("utf-8", "replace") + b" " + overload + b" " + condition
        yield Stated(Key("definition", self._folded(_plain(text))), self._around(location))

    def _named(self, location: Location, name: str) -> bool:
        """Not a nameless function or class among others, as arguments are."""
        around = location.up.node.type if location.up else ""
        return name != self.profile.fixed_names[location.node.type] or around in (
            self.profile.wrappers | self.profile.through
        )

    def _around(self, location: Location) -> Location:
        at = location
        while at.up is not None:
            at = at.up
            if at.node.type not in self.profile.wrappers:
                break
        return at

    def _list(self, around: Location) -> Location:
        """In which list something must differ from all else."""
        while around.up is not None and around.node.type in self.profile.transparent:
            around = around.up
        return around

    def _imported(self, statement: Location) -> Iterator[Key]:
        """Each name, behind that of what it is imported from; or the whole statement."""
        node = statement.node
        source = [text_at(node, place) for place in self.profile.keys.get(node.type, ())]
        if place := self.profile.overloads.get(node.type):
            source.append(text_at(node, place))
        items = list(self._items(statement))
        if not items:
            yield Key("imported", _plain(b" ".join(source) or node.text or b""))
        for item in items:
            names: list[bytes] = []
            at: Location | None = item
            while at is not None and at is not statement:
                names = [key.text, *names] if (key := self._entry(at)) else names
                at = at.up
            yield Key("imported", _plain(b" ".join((*source, *names))))

    def _items(self, location: Location) -> Iterator[Location]:
        """Items of its lists that have no lists themselves."""
        for child in self._inner(location, None):
            inner = list(self._items(child))
            yield from inner
            if not inner and self._rule(child):
                yield child

    def _entry(self, location: Location) -> Key | None:
        node, found = location.node, self._rule(location)
        if found is None and node.type not in self.profile.unique:
            return None
        rule = found[1] if found else None
        places = self.profile.keys.get(node.type, ())
        if rule is not None and rule.keys is not None:
            places = rule.keys
        out = self.profile.left_out
        texts = [text_at(node, place, out) for place in places] if places else [node.text or b""]
        if any(texts) and (overload := self.profile.overloads.get(node.type)):
            texts.append(text_at(node, overload, out))
        ends = QUOTES + self.profile.sigils
        plain = (unescaped(each.strip(ends), self.profile.escapes) for each in texts)
        text = _plain(b" ".join(plain))
        if rule is not None and rule.release and (found_release := rule.release.match(text)):
            text = found_release["release"]
        elif rule is not None and rule.key_part and (match := rule.key_part.match(text)):
            text = match[0].lower()
        kind = f"entry {found[0]}" if found else node.type
        return Key(kind, self._folded(text)) if text else None

    def _folded(self, text: bytes) -> bytes:
        return text.lower() if self.profile.caseless else text

    def _rule(self, location: Location) -> tuple[int, Unordered] | None:
        """By which the list that the node is in has no order, and its number."""
        node = location.node
        if location.up is None or node.type in self.profile.attached:
            return None
        if (parent := location.up.node).id not in self._rules:
            rules = [
                (number, rule)
                for number, rule in enumerate(self.profile.unordered)
                if parent.type in rule.parents
                and _holds(rule, parent, self.profile)
                and not self._in_order(rule, parent)
                and (not rule.within or _is_within(location.up, rule))
            ]
            self._rules[parent.id] = rules
        for number, rule in self._rules[parent.id]:
            if node.type in rule.items and _has(node, rule):
                return number, rule
        return None

    def _in_order(self, rule: Unordered, parent: Node) -> bool:
        """Whether a list of words is a command, or something else that has an order."""
        if rule.not_with and any(rule.not_with.match(each.text or b"") for each in parent.children):
            return True
        if rule.not_after is None:
            return False
        line = self.text.rfind(b"\n", 0, parent.start_byte) + 1
        before = self.text[max(line, parent.start_byte - FAR) : parent.start_byte]
        return rule.not_after.match(before) is not None


def _touches(node: Node, rows: Sequence[int]) -> bool:
    at = bisect_left(rows, node.start_point.row)
    return at < len(rows) and rows[at] <= node.end_point.row


def _holds(rule: Unordered, parent: Node, profile: Profile) -> bool:
    items = [each for each in parent.named_children if each.type not in profile.comments]
    if rule.alone and not all(each.type in rule.items and _has(each, rule) for each in items):
        return False
    if rule.not_below and text_at(parent, rule.below_place).strip(QUOTES) in rule.not_below:
        return False
    if not (rule.named or rule.not_named or rule.not_matching):
        return True
    name = text_at(parent, rule.name_place).strip(QUOTES)
    if rule.not_matching and rule.not_matching.fullmatch(name):
        return False
    return name not in rule.not_named and (not rule.named or name in rule.named)


def _is_within(list_of_it: Location, rule: Unordered) -> bool:
    return list_of_it.up is not None and list_of_it.up.node.type in rule.within


def _has(node: Node, rule: Unordered) -> bool:
    if rule.like is not None and not rule.like.fullmatch(node.text or b""):
        return False
    if rule.runs and not all(map(_ends_run, (node.prev_sibling, node.next_sibling))):
        return False
    return not rule.having or any(nodes_at(node, place) for place in rule.having)


def _ends_run(node: Node | None) -> bool:
    return node is None or node.text in {b",", b"(", b")"}


def _plain(text: bytes) -> bytes:
    return b" ".join(text.split())
