"""What tells the items of a list from each other, and which of them may stand in any order.

All of it comes from the language's profile: definitions by their names, imports and entries by
what the profile says.
"""

from __future__ import annotations

import re
from typing import Final

import tree_sitter

from agentfs.merge.tree import Item, Node, leaves
from agentfs.syntax.naming import definition_key, is_import
from agentfs.syntax.profile import Profile, Unordered

DEFINITIONS: Final = "definitions"
IMPORTS: Final = "imports"
ENTRIES: Final = "entries"
_SPACE: Final = re.compile(rb"\s+")


def key_of(item: Item) -> bytes | None:
    """Equal for items of one parent that are about the same thing; None if nothing tells."""
    node = item.core
    if node.key is not None:
        return node.key
    if node.syntax is None:
        return None
    profile = node.source.profile
    definition = definition_in(node)
    if definition is not None:
        name = definition_key(definition, profile).encode("utf-8", "backslashreplace")
        return b"definition %s %s" % (name, _overload(definition, profile))
    if node.type in profile.keys:
        return _placed_key(node, profile)
    if is_import(node.syntax, profile):
        return b"import " + _plain(node)
    return b"entry " + _plain(node) if _rule_of(item) is not None else None


def definition_in(node: Node) -> tree_sitter.Node | None:
    """The definition that `node` is, or is the wrapper of."""
    syntax, profile = node.syntax, node.source.profile
    while syntax is not None:
        if definition_key(syntax, profile):
            return syntax
        if syntax.type not in profile.wrappers:
            return None
        inner = [
            child
            for child in syntax.named_children
            if child.type in profile.wrappers or definition_key(child, profile)
        ]
        syntax = inner[0] if len(inner) == 1 else None
    return None


def _overload(definition: tree_sitter.Node, profile: Profile) -> bytes:
    place = profile.overloads.get(definition.type)
    found = _at(definition, place) if place else None
    return _SPACE.sub(b" ", found.text or b"") if found is not None else b""


def _placed_key(node: Node, profile: Profile) -> bytes:
    places = profile.keys[node.type]
    assert node.syntax is not None
    found = [_at(node.syntax, place) for place in places]
    if not any(found):
        return b"%s %s" % (node.type.encode(), _plain(node))
    texts = [_SPACE.sub(b" ", each.text or b"") if each is not None else b"" for each in found]
    return b"key " + b"\0".join(texts)


def _at(node: tree_sitter.Node, place: str) -> tree_sitter.Node | None:
    found: tree_sitter.Node | None = node
    for step in place.split("/"):
        if found is None:
            return None
        inner = found.child_by_field_name(step)
        found = inner or next((each for each in found.children if each.type == step), None)
    return found


def _plain(node: Node) -> bytes:
    return b" ".join(leaf.text for leaf in leaves(node))


def group_of(item: Item) -> str | None:
    """Items of one group may stand in any order among each other; None: in no other than
    theirs."""
    node, profile = item.core, item.source.profile
    if node.syntax is None:
        return ENTRIES if node.key is not None else None
    rule = _rule_of(item)
    if rule is not None:
        return f"{ENTRIES} {rule}"
    if is_import(node.syntax, profile):
        return IMPORTS
    return DEFINITIONS if definition_in(node) is not None else None


def _rule_of(item: Item) -> int | None:
    """The number of the rule by which an item's list is unordered."""
    node = item.core
    for number, rule in enumerate(item.source.profile.unordered):
        parent = node.parent
        if (
            parent is not None
            and parent.type in rule.parents
            and node.type in rule.items
            and _applies(rule, parent)
        ):
            return number
    return None


def _applies(rule: Unordered, parent: Node) -> bool:
    if rule.alone:
        comments = parent.source.profile.comments
        others = (each for each in parent.children if each.named and each.type not in comments)
        return all(each.type in rule.items for each in others)
    if not rule.named or parent.syntax is None:
        return not rule.named
    name = _at(parent.syntax, rule.name_place)
    return name is not None and name.text in rule.named
