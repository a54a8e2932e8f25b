"""How much alike two items are: whether one may be the other, changed.

Invariant: only the two are looked at, the older one first; what else either could be, `pairs`
knows, and says by `alone` if there is nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from agentfs.merge.structured.matching.rekeyed import is_default, is_moved_import, may_be_rekeyed
from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.keys import (
    DEFINITIONS,
    IMPORTS,
    definition_in,
    group_of,
    is_list,
    is_with_list,
    key_of,
    kind_of,
)
from agentfs.merge.structured.trees.tree import BRACKETS, CLOSING, OPENING, Node, squeezed

ALIKE: Final = 0.5
"""The least similarity of two items of one kind that are taken for one that was changed."""
ALONE: Final = 0.35
"""The same if there is no other that either could be."""
RENAMED: Final = 0.7
"""The same for two whose keys differ."""
_WORD: Final = re.compile(rb"\w+")
_ENDS: Final = frozenset({b">", b"/>"})
"""Of tags."""
_TARGETS: Final = ("left", "name", "pattern", "declarator")
"""Fields that grammars have for what a value is given to."""


def likeness_of(one: Item, other: Item, *, alone: bool) -> float:
    """From 0, which is no match, to 2 for the same."""
    mine, theirs = one.core, other.core
    if same(one, other):
        return 2.0
    if not mine.named and not theirs.named and _are_brackets(mine, theirs):
        return ALONE
    if mine.named and theirs.named and _is_quoted(mine.text, theirs.text):
        return 1.5
    key, other_key = key_of(one), key_of(other)
    if key is not None and key == other_key and _is_one_around(mine, theirs):
        return 1.0 + similarity(one, other)
    if _is_nameless(mine) and _is_nameless(theirs):
        key = other_key = None
    keyless = (key is None) + (other_key is None)
    if mine.role and mine.role == theirs.role and keyless > (not alone):
        return 1.0 + 0.5 * (mine.type == theirs.type)
    if alone and key is None and other_key is None and _is_value(mine) and _is_value(theirs):
        return 1.0
    if alone and _is_bracketed(mine, theirs) and (key is None or other_key is None):
        return ALONE if key == other_key else similarity(one, other)
    if alone and keyless > 1 and (_is_wrapped(mine, theirs) or is_with_list(theirs, (mine,))):
        return ALONE
    if key is not None and key == other_key and _is_bracketed(mine, theirs):
        return 1.0 + similarity(one, other)  # a parameter that got a type
    if keyless == 1 and mine.type == theirs.type and _have_one_target(mine, theirs):
        likeness = similarity(one, other)
        if likeness >= ALIKE:
            return likeness  # a function that was put into a call
    if is_default(one) and is_default(other):
        return max(similarity(one, other), ALONE)
    if kind_of(mine) != kind_of(theirs) and not (
        _are_plain(one, other, ALIKE if alone else RENAMED)
        or _are_one_entry(one, other, alone=alone)
    ):
        return 0.0
    if not mine.named:
        return 0.0
    if mine.type in mine.source.profile.comments:
        similar = _similar_words(mine.text, theirs.text)
        return similar if similar >= ALIKE else 0.0
    if _contains(mine, theirs) or _contains(theirs, mine):
        return 0.0  # one was put into the other, which is new
    similar = similarity(one, other)
    if key is not None and other_key is not None and key != other_key:
        renamed = similar >= RENAMED and may_be_rekeyed(one, other, alone=alone)
        renamed = renamed or (similar >= ALONE and is_moved_import(one, other))
        return similar if renamed else 0.0
    if (alone and (is_list(mine) or _is_part(mine))) or _have_one_target(mine, theirs):
        return max(similar, ALONE)
    return similar if similar >= (ALONE if alone else ALIKE) else 0.0


def _is_nameless(node: Node) -> bool:
    """Whether all its text is its key, for want of a name: a namespace that has none."""
    return node.type in node.source.profile.definitions and definition_in(node) is None


def _is_one_around(one: Node, other: Node) -> bool:
    """Whether one of two versions of a definition has a wrapper around it: ``export``."""
    wrappers = one.source.profile.wrappers
    return one.type != other.type and (one.type in wrappers or other.type in wrappers)


def _is_value(node: Node) -> bool:
    """Whether it is what an entry of data has behind its ``=``, where the grammar has no field for
    that."""
    siblings = node.parent.children if node.parent is not None else []
    return (
        not node.source.profile.definitions
        and len(siblings) > 1
        and siblings[-1] is node
        and siblings[-2].text == b"="
    )


def _is_part(node: Node) -> bool:
    """Whether it stands among keywords, in a place of its own, and not in a list."""
    siblings = node.parent.children if node.parent is not None else ()
    return any(not each.named and each.text not in BRACKETS | {b";"} for each in siblings)


def _are_plain(one: Item, other: Item, least: float) -> bool:
    """Whether two are statements or expressions, which may be of another kind when changed."""
    return (
        all(
            item.core.named
            and key_of(item) is None
            and item.core.type not in item.source.profile.comments
            and item.core.syntax is not None
            and item.source.profile.definitions  # of data, a value of another kind is another value
            for item in (one, other)
        )
        and similarity(one, other) >= least
    )


def _are_one_entry(one: Item, other: Item, *, alone: bool) -> bool:
    """Whether two entries, of other kinds, are of one key: a variable made of a value.  So may
    definitions be that have no others around them."""
    key, group = key_of(one), group_of(one)
    if key is None or group in {None, IMPORTS} or (group == DEFINITIONS and not alone):
        return False
    return key == key_of(other) and group == group_of(other)


def _is_quoted(one: bytes, other: bytes) -> bool:
    """Whether two words differ in the quotes around them, and one has none: ``$a`` in a shell."""
    inner, outer = sorted((one, other), key=len)
    return outer in (b'"' + inner + b'"', b"'" + inner + b"'")


def _are_brackets(one: Node, other: Node) -> bool:
    """Whether both begin a list, or both end one, in two ways: ``array(`` and ``[``."""
    kinds = (OPENING, CLOSING, _ENDS)
    return any(one.text in kind and other.text in kind for kind in kinds)


def _is_wrapped(one: Node, other: Node) -> bool:
    """Whether one of two is the other, put into something larger as it was."""
    inner, outer = sorted((one, other), key=lambda node: len(node.text))
    text = outer.text
    return (
        inner.named
        and outer.named
        and bool(inner.children)
        and text.count(inner.text) == 1
        and _contains(outer, inner)
    )


def _is_bracketed(one: Node, other: Node) -> bool:
    """Whether two stand in lists between parentheses or brackets, such as arguments: one in
    the place of the other is the other, changed, however little they are alike."""
    comments = one.source.profile.comments
    if not one.named or not other.named or {one.type, other.type} & comments:
        return False
    return all(
        each.parent is not None and each.parent.children[0].text in {b"(", b"["}
        for each in (one, other)
    )


def _have_one_target(one: Node, other: Node) -> bool:
    """Whether both are statements that give a value to the same thing."""
    target = target_of(one)
    return target is not None and target == target_of(other)


def target_of(node: Node) -> bytes | None:
    """What a statement gives a value to, if that is all that it does."""
    at = node.syntax
    while at is not None:
        if any(child.type == "=" for child in at.children):
            place = next(filter(None, map(at.child_by_field_name, _TARGETS)), None)
            return place.text if place is not None else None
        at = at.named_children[0] if at.named_child_count == 1 else None
    return None


def _contains(outer: Node, inner: Node) -> bool:
    """Whether a node of several tokens is inside another, however deep, and not all of it."""
    if squeezed(inner.text) not in squeezed(outer.text)[1:] or not inner.children:
        return False
    waiting = list(outer.children)
    while waiting:
        node = waiting.pop()
        if same(node, inner):
            return True
        if len(node.text) > len(inner.text):
            waiting += node.children
    return False


def similarity(one: Item, other: Item) -> float:
    """The share, from 0 to 1, of tokens that the two have in common."""
    return _dice(one.core.tokens, other.core.tokens, 1.0)


def _similar_words(one: bytes, other: bytes) -> float:
    """As `similarity`, of two comments; those without a word have nothing in common."""
    return _dice(Counter(_WORD.findall(one)), Counter(_WORD.findall(other)), 0.0)


def _dice(one: Counter[bytes], other: Counter[bytes], empty: float) -> float:
    """Dice's coefficient of two bags; `empty` if there is nothing in either."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else empty
