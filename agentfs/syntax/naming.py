"""What a definition is called: from its node to a dotted name."""

from __future__ import annotations

import re
from typing import Final

from tree_sitter import Node

from agentfs.syntax.places import nodes_at
from agentfs.syntax.profile import Call, LineForm, Profile

_SEPARATOR: Final = re.compile(r"::|\\|:")
_SPACE: Final = re.compile(r"\s+")
_CALLED: Final = re.compile(rb"[^\s(`]*")
LAST_CHARACTER: Final = 0x10FFFF
IMPORT: Final = "import"
"""The kind of a call that imports something."""
_PACKAGE: Final = re.compile(rb"\w[\w.-]*")
_SIGNS: Final = re.compile(rb"[-_.]+")


def entry_key(entry: re.Match[bytes], form: LineForm) -> bytes:
    """What tells an entry of a text of lines from its neighbours."""
    key = unescaped(entry["key"], form.escapes)
    return _SIGNS.sub(b"-", key).lower() if form.folded and _PACKAGE.fullmatch(key) else key


def unescaped(key: bytes, escapes: re.Pattern[bytes] | None) -> bytes:
    """With the characters that its escapes stand for."""
    if escapes is None or not escapes.search(key):
        return key
    made: list[str] = []
    at = 0
    for found in escapes.finditer(key):
        made += [key[at : found.start()].decode("utf-8", "backslashreplace"), _character(found)]
        at = found.end()
    text = "".join([*made, key[at:].decode("utf-8", "backslashreplace")])
    # What is not in the first plane may be written as two halves.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _character(escape: re.Match[bytes]) -> str:
    groups = escape.groupdict()
    if groups.get("char") is not None:
        return escape["char"].decode()
    number = int(next(filter(None, escape.groups())), 16)
    return chr(number) if number <= LAST_CHARACTER else escape[0].decode()


def definition_key(node: Node, profile: Profile) -> str:
    """What tells the definition `node` from its neighbours: its name; "" if it is none.

    A call that is no symbol, such as a test, has what is called before its name, so that
    ``let(:a)`` and ``it "a"`` differ.  So has a call that imports.
    """
    name = qualified_name(node, profile)
    if not name or node.type in profile.definitions:
        return name
    called = _called(node, profile)
    symbol = called is not None and called[1] not in ("", IMPORT)
    return name if symbol or called is None else f"{called[2]} {name}"


def kind_of(node: Node, profile: Profile) -> str:
    """The kind of the definition that `node` is if it has a name; "" if it is no symbol."""
    kind = profile.definitions.get(node.type)
    if kind is None:
        called = _called(node, profile)
        kind = called[1] if called else ""
    return kind


def is_import(node: Node, profile: Profile) -> bool:
    """Whether `node` imports something, by its type or by what it, or what it wraps, calls."""
    if node.type in profile.imports:
        return True
    if not profile.calls:
        return False
    if kind_of(node, profile) == IMPORT:
        return True
    inner = node.named_children if node.type in profile.wrappers else []
    return len(inner) == 1 and is_import(inner[0], profile)


def qualified_name(node: Node, profile: Profile) -> str:
    """The name with dots between its parts; empty if `node` is no definition after all."""
    if node.type not in profile.definitions:
        return _call_name(node, profile)
    if node.type in profile.needs_body and node.child_by_field_name("body") is None:
        return ""
    if node.type in profile.value_places and not _has_value(node, profile):
        return ""
    if node.type in profile.keys and node.type not in profile.name_places:
        return _key_name(node, profile)
    name = _place(node, profile.name_places.get(node.type, "name"))
    if name is None:
        return profile.fixed_names.get(node.type, "")
    text = _text(_follow(name, profile))
    owner = _owner(node, profile)
    return f"{owner}.{text}" if owner else text


def _called(node: Node, profile: Profile) -> tuple[Call, str, str] | None:
    """As which call `node` is a definition, of what kind, and what is called."""
    for call in profile.calls:
        if call.node != node.type:
            continue
        callee = _at(node, call.callee)
        match = _CALLED.match(callee.text or b"") if callee is not None else None
        if match and (kind := call.kinds.get(match[0])) is not None:
            return call, kind, match[0].decode()
    return None


def _call_name(node: Node, profile: Profile) -> str:
    called = _called(node, profile)
    name = _at(node, called[0].name) if called else None
    if name is not None and name.type not in profile.steps:
        name = next((each for each in name.named_children if not each.is_extra), None)
    if name is None:
        return ""
    # Ruby's symbols and Elixir's atoms begin with a colon, which is no separator.
    return _text(_follow(name, profile)).strip(".")


def _at(node: Node, path: str) -> Node | None:
    """The node at the end of a path of places: ``a/b``."""
    found: Node | None = node
    for place in path.split("/"):
        found = _place(found, place) if found is not None else None
    return found


def _key_name(node: Node, profile: Profile) -> str:
    """The keys with dots between them.  A colon in one is no separator: ``a:hover``."""
    found = [each for place in profile.keys[node.type] for each in nodes_at(node, place)]
    texts = [(each.text or b"").decode("utf-8", "backslashreplace") for each in found]
    return ".".join(_SPACE.sub(" ", text.strip("\"' \t\r\n")) for text in texts)


def _has_value(node: Node, profile: Profile) -> bool:
    value = _place(node, profile.value_places[node.type])
    return value is not None and _follow(value, profile).type in profile.values


def _owner(node: Node, profile: Profile) -> str:
    receiver = _place(node, profile.owner) if profile.owner else None
    owner = _first_type(receiver) if receiver is not None else None
    return _text(owner) if owner is not None else ""


def _place(node: Node, place: str) -> Node | None:
    """The node in a field, or the first child of a type; "" is the first child that has one.
    With a number behind it, ``sym_lit#2``: so many of that type there are before it, and it;
    ``#2`` is the second of any type."""
    if not place:
        return node.named_child(0)
    if "#" in place:
        kind, _, number = place.partition("#")
        ranked = [child for child in node.named_children if child.type == (kind or child.type)]
        return ranked[int(number) - 1] if len(ranked) >= int(number) else None
    found = node.child_by_field_name(place)
    if found is None:
        found = next((child for child in node.named_children if child.type == place), None)
    return found


def _follow(node: Node, profile: Profile) -> Node:
    """Through declarators, generics and lists to what holds the name or the value itself."""
    while node.type in profile.steps:
        inner = _place(node, profile.steps[node.type])
        if inner is None:
            return node
        node = inner
    return node


def _first_type(node: Node) -> Node | None:
    """The first name of a type in `node`, in the order of the text."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.type == "type_identifier":
            return node
        waiting += reversed(node.named_children)
    return None


def _text(node: Node) -> str:
    text = (node.text or b"").decode("utf-8", "backslashreplace")
    return _SPACE.sub(" ", _SEPARATOR.sub(".", text.strip("\"'` \t\r\n")))


def condition_above(node: Node, profile: Profile) -> bytes:
    """What the nodes that lead up to a definition say of when it is there; empty if nothing."""
    if profile.conditions is None:
        return b""
    found: list[bytes] = []
    at = node.prev_sibling
    while at is not None and at.type in profile.attached:
        text = at.text or b""
        if profile.conditions.fullmatch(text):
            found.append(b"".join(text.split()))
        at = at.prev_sibling
    return b"".join(sorted(found))
