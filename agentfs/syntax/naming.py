"""What a definition is called: from its node to a dotted name."""

from __future__ import annotations

import re
from typing import Final

from tree_sitter import Node

from agentfs.syntax.profile import Profile

_SEPARATOR: Final = re.compile(r"::|\\|:")
_SPACE: Final = re.compile(r"\s+")


def qualified_name(node: Node, profile: Profile) -> str:
    """The name with dots between its parts; empty if `node` is no definition after all."""
    if node.type in profile.needs_body and node.child_by_field_name("body") is None:
        return ""
    if node.type in profile.value_places and not _has_value(node, profile):
        return ""
    name = _place(node, profile.name_places.get(node.type, "name"))
    if name is None:
        return profile.fixed_names.get(node.type, "")
    text = _text(_follow(name, profile))
    owner = _owner(node, profile)
    return f"{owner}.{text}" if owner else text


def _has_value(node: Node, profile: Profile) -> bool:
    value = _place(node, profile.value_places[node.type])
    return value is not None and _follow(value, profile).type in profile.values


def _owner(node: Node, profile: Profile) -> str:
    receiver = _place(node, profile.owner) if profile.owner else None
    owner = _first_type(receiver) if receiver is not None else None
    return _text(owner) if owner is not None else ""


def _place(node: Node, place: str) -> Node | None:
    """The node in a field, or the first child of a type; "" is the first child that has one."""
    if not place:
        return node.named_child(0)
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
