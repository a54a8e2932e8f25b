"""What tells the items of a list from each other, and which of them may stand in any order.

All of it comes from the language's profile: definitions by their names, imports and entries by
what the profile says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import tree_sitter

from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.tree import ENTRIES, Node, leaves
from agentfs.syntax.naming import condition_above, definition_key, is_import, unescaped
from agentfs.syntax.places import nodes_at, text_at
from agentfs.syntax.profile import Profile, Unordered

DEFINITIONS: Final = "definitions"
IMPORTS: Final = "imports"
NAME: Final = b"name "
"""What keys begin with that are no import's."""
IMPORT: Final = b"import "
"""What keys of those begin with."""
OVERLOAD: Final = b"\1"
"""Stands in a key between a name and what tells its overloads apart."""
CONDITION: Final = b"if "
"""Stands behind that before the condition under which a definition is there."""
FAR: Final = 200
"""Bytes before a list that are looked at."""
QUOTES: Final = b"\"'`"
_SPACE: Final = re.compile(rb"\s+")


def key_of(item: Item) -> bytes | None:
    """Equal for items of one parent that are about the same thing; None if nothing tells."""
    node = item.core
    if node.known_key is None:
        key = _key(node)
        folded = key is not None and node.source.profile.caseless
        node.known_key = (key.lower() if folded and key is not None else key,)
    return node.known_key[0]


def _key(node: Node) -> bytes | None:
    if node.key is not None or node.syntax is None:
        return node.key
    profile = node.source.profile
    definition = definition_in(node)
    if definition is not None:
        name = definition_key(definition, profile).encode("utf-8", "backslashreplace")
        condition = condition_above(node.syntax, profile)
        apart = OVERLOAD + CONDITION + condition if condition else b""
        return NAME + name + _overload(definition, profile) + apart
    rule = _rule_of(node)
    entry = _entry_key(node, rule[1] if rule else None)
    if is_import(node.syntax, profile):
        if entry is None:
            return IMPORT + _plain(node)
        return IMPORT + entry + _overload(node.syntax, profile)
    return NAME + entry + _overload(node.syntax, profile) if entry is not None else None


def is_conditional(item: Item) -> bool:
    """Whether it is a definition that is there under some condition only."""
    return OVERLOAD + CONDITION in (key_of(item) or b"")


def is_untold(item: Item) -> bool:
    """Whether it is an entry of which there may be several of its name, and has nothing that tells
    it from those."""
    profile = item.source.profile
    if definition_in(item.core) is not None or item.core.type in profile.imports:
        return False
    return item.core.type in profile.overloads and OVERLOAD not in (key_of(item) or b"")


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


def kind_of(node: Node) -> str:
    """The type of a node, or of the definition that it is wrapped around."""
    if node.syntax is None or node.type not in node.source.profile.wrappers:
        return node.type
    definition = definition_in(node)
    return definition.type if definition is not None else node.type


def _overload(syntax: tree_sitter.Node, profile: Profile) -> bytes:
    place = profile.overloads.get(syntax.type)
    text = text_at(syntax, place, profile.left_out) if place else b""
    return OVERLOAD + _SPACE.sub(b" ", text) if text else b""


def _entry_key(node: Node, rule: Unordered | None) -> bytes | None:
    """What the profile says of entries; None if it says nothing, or if there is nothing there."""
    assert node.syntax is not None
    places = _places(node)
    if rule is not None:
        places = rule.keys if rule.keys is not None else places if places is not None else ()
    if places is None:
        return None
    if not places:
        text = _part(_plain(node), rule)
        if rule is None or not rule.alone:
            return text
        return unescaped(text.strip(QUOTES), node.source.profile.escapes)
    text = _text_at(node.syntax, places, node.source.profile)
    return _part(text, rule) if text else None


def _text_at(syntax: tree_sitter.Node, places: Sequence[str], profile: Profile) -> bytes:
    """What is at these places, a NUL between two; empty if there is nothing at any."""
    out = profile.left_out
    ends = QUOTES + profile.sigils
    found = (_SPACE.sub(b" ", text_at(syntax, at, out)).strip(ends) for at in places)
    texts = [unescaped(text, profile.escapes) for text in found]
    return b"\0".join(texts) if any(texts) else b""


def _places(node: Node) -> tuple[str, ...] | None:
    known = node.source.profile.keys
    places = known.get(node.type)
    if places is None and node.parent is not None:
        places = known.get(f"{node.parent.type}/{node.type}")
    return places


def _part(text: bytes, rule: Unordered | None) -> bytes:
    """As much of `text` as the key is."""
    if rule is None:
        return text
    if rule.release is not None and (found := rule.release.match(text)):
        return found["release"]
    match = rule.key_part.match(text) if rule.key_part else None
    return match[0].lower() if match else text


def _plain(node: Node) -> bytes:
    return b" ".join(leaf.text for leaf in leaves(node))


def group_of(item: Item) -> str | None:
    """Items of one group may stand in any order among each other; None: in no other than
    theirs."""
    node = item.core
    if node.known_group is None:
        node.known_group = (_group(item),)
    return node.known_group[0]


def _group(item: Item) -> str | None:
    node, profile = item.core, item.source.profile
    if node.syntax is None:
        return ENTRIES if node.key is not None else None
    rule = _rule_of(node)
    if rule is not None and key_of(item) is not None:
        return f"{ENTRIES} {rule[0]}"
    if is_import(node.syntax, profile):
        return IMPORTS
    return DEFINITIONS if definition_in(node) is not None else None


def may_be_reworded(item: Item) -> bool:
    """Whether an item may have got another key, and still be the same; a release may not."""
    node = item.core
    if node.syntax is None or not any(each.reworded for each in node.source.profile.unordered):
        return False
    rule = _rule_of(node)
    return rule is not None and rule[1].reworded and release_of(item) is None


def release_of(item: Item) -> bytes | None:
    """Of which release an item is, if its list is one of releases."""
    syntax, profile = item.core.syntax, item.source.profile
    rule = _rule_of(item.core) if syntax is not None else None
    if syntax is None or rule is None or rule[1].release is None:
        return None
    found = rule[1].release.match(_text_at(syntax, profile.keys.get(item.core.type, ()), profile))
    return found["release"] if found else None


def _rule_of(node: Node) -> tuple[int, Unordered] | None:
    """The rule, and its number, by which a node's list is unordered."""
    if node.parent is None:
        return None
    for number, rule in enumerate(node.source.profile.unordered):
        fits = node.parent.type in rule.parents and node.type in rule.items
        if fits and _has(rule, node) and _applies(rule, node.parent):
            return number, rule
    return None


def is_list(node: Node) -> bool:
    """Whether its type is one of lists that may have no order, whatever else a rule asks for."""
    return any(node.type in rule.parents for rule in node.source.profile.unordered)


def is_with_list(node: Node, head: Sequence[Node]) -> bool:
    """Whether a node is what `head` is, and a list behind it: ``f(x=1)``."""
    return (
        0 < len(head) == len(node.children) - 1
        and all(same(one, other) for one, other in zip(head, node.children, strict=False))
        and is_list(node.children[-1])
    )


def is_declared(item: Item) -> bool:
    """Whether others may use it by its name: a definition, or what may stand among them."""
    node, rule = item.core, _rule_of(item.core)
    if rule is None:
        return definition_in(node) is not None
    profile = item.source.profile
    return not rule[1].items.isdisjoint({*profile.definitions, *profile.wrappers})


def _applies(rule: Unordered, parent: Node) -> bool:
    if rule.alone and not _is_all_of(rule, parent):
        return False
    if rule.within and (parent.parent is None or parent.parent.type not in rule.within):
        return False
    if parent.syntax is not None and rule.not_below:
        around = text_at(parent.syntax, rule.below_place).strip(QUOTES)
        if around in rule.not_below:
            return False
    if parent.syntax is None or not (rule.named or rule.not_named or rule.not_matching):
        return True
    name = text_at(parent.syntax, rule.name_place).strip(QUOTES)
    if rule.not_matching is not None and rule.not_matching.fullmatch(name):
        return False
    return name not in rule.not_named and (not rule.named or name in rule.named)


def _has_order(rule: Unordered, parent: Node) -> bool:
    """Whether what is said before the list, or an item of it, tells that it has an order."""
    text = parent.source.text
    if rule.not_after is not None:
        line = text.rfind(b"\n", 0, parent.start) + 1
        if rule.not_after.match(text[max(line, parent.start - FAR) : parent.start]):
            return True
    shut = rule.not_with
    return shut is not None and any(shut.match(text, each.start) for each in parent.children)


def _is_all_of(rule: Unordered, parent: Node) -> bool:
    """Whether the parent has nothing but what the rule is about, and no order."""
    items = parent.items_only.get(id(rule))
    if items is None:
        comments = parent.source.profile.comments
        others = (each for each in parent.children if each.named and each.type not in comments)
        items = not _has_order(rule, parent) and all(
            each.type in rule.items and _has(rule, each) for each in others
        )
        parent.items_only[id(rule)] = items
    return items


def _has(rule: Unordered, node: Node) -> bool:
    assert node.syntax is not None
    syntax = node.syntax
    if rule.like is not None and not rule.like.fullmatch(node.text):
        return False
    return not rule.having or any(nodes_at(syntax, place) for place in rule.having)


def distinct_texts(item: Item) -> frozenset[bytes]:
    """What no other item of its kind in its list may have, whatever its key."""
    places = item.source.profile.distinct.get(item.core.type, ())
    syntax = item.core.syntax
    if syntax is None:
        return frozenset()
    texts = (
        node.text.strip(QUOTES) for place in places for node in nodes_at(syntax, place) if node.text
    )
    return frozenset(filter(None, texts))
