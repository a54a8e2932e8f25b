"""A function or a call that one side wrote in another way, while the other changed what is in it.

``run: function (x) {}`` became ``run(x) {}``: its body and its parameters are still three
versions of one thing, and all around them only one side changed.  So are the arguments, where
``new Task(x)`` became ``Task.of(x)``, and the members of what was ``type A = {}`` and became
``interface A {}``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from agentfs.merge.structured.matching.increasing import is_part
from agentfs.merge.structured.matching.slot import RIGHT, Nodes, Slot
from agentfs.merge.structured.trees.keys import (
    key_of,
)
from agentfs.merge.structured.trees.tree import Node, squeezed

_BODIES: Final = ("body", "arguments", "object")
_KEPT: Final = frozenset({*_BODIES, "parameters"})
"""Fields of a function or a call, whatever it is written as; one of the first is the gist."""
_DEEPEST: Final = 4
"""Nodes from a definition down to the function that it is."""


def kept_parts(base: Node, outer: Node, other: Node, *, named: bool) -> list[Nodes]:
    """The body, and the parameters or arguments, as base, `outer` and `other` have them.  Empty
    if `other` changed more than these.  `named`: whether the three are one for having one name;
    else they have to be functions or calls themselves."""
    nodes = (base, outer, other)
    functions = [_function_in(node) for node in nodes]
    if any(each is None for each in functions):
        return []
    if not named and any(each is not node for each, node in zip(functions, nodes, strict=True)):
        return []
    held = [_parts_of(each) for each in functions if each is not None]
    roles = [
        role
        for role in held[0]
        if all(role in each and each[role].type == held[0][role].type for each in held)
    ]
    if not {*_BODIES} & {*roles} or _around(base, held[0], roles) != _around(other, held[2], roles):
        return []
    return [(held[0][role], held[1][role], held[2][role]) for role in roles]


def _function_in(node: Node) -> Node | None:
    """The one that has a body and is the least deep."""
    level = [node]
    for _ in range(_DEEPEST):
        found = [each for each in level if not _parts_of(each).keys().isdisjoint(_BODIES)]
        if found:
            return found[0] if len(found) == 1 else None
        level = [child for each in level for child in each.children]
    return None


def _parts_of(node: Node) -> Mapping[str, Node]:
    return {role: child for child in node.children if (role := _role_of(child)) in _KEPT}


def _role_of(node: Node) -> str:
    """A value that is one of the lists that the profile takes for another is a body, too: what
    stands behind ``type A =`` for ``interface A``."""
    is_list = node.role == "value" and node.type in node.source.profile.merged_as.values()
    return "body" if is_list else node.role


def _around(node: Node, held: Mapping[str, Node], roles: list[str]) -> bytes:
    """What is not in these parts, but for blanks."""
    text, at = b"", node.start
    for part in sorted((held[role] for role in roles), key=lambda each: each.start):
        text += node.source.text[at : part.start] + b"\0"
        at = part.end
    return squeezed(text + node.source.text[at : node.end])


def are_built_alike(slot: Slot) -> bool:
    """Whether one side made something of another kind, of the same parts: ``let`` of ``var``,
    and ``const`` of what was none; or of more parts, under the same key: a type with a default."""
    kinds = {item.core.type for item in slot.items}
    base, left, right = (tuple(_kinds_in(item.core)) for item in slot.items)
    if len(kinds) != RIGHT or not base:
        return False
    if base == left == right:
        return True
    keys = {key_of(item) for item in slot.items}
    if len(keys) != 1 or None in keys:
        return False
    base, left, right = (tuple(_kinds_in(item.core, roles=True)) for item in slot.items)
    more = left if base == right else right
    return base in (left, right) and is_part(base, more)


def _kinds_in(node: Node, *, roles: bool = False) -> Iterator[str]:
    """The kinds of its children, but for keywords.  `roles`: their fields, where they have any."""
    keywords = node.source.profile.attached - node.source.profile.comments
    inner = (each for each in node.children if each.named and each.type not in keywords)
    return ((roles and each.role) or each.type for each in inner)
