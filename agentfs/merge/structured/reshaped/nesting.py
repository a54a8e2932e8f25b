"""What one side put into something larger, or took out of it, while the other changed it: where
the one is in the other.

Everything here is about a thing that is exactly the same, but for blanks, elsewhere, and there
only once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from agentfs.merge.structured.made import Made, Part
from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.keys import NAME, key_of
from agentfs.merge.structured.trees.tree import DEEPEST, Node, squeezed

_BLOCK: Final = re.compile("block|body|statements")
"""Kinds of nodes that are lists of statements."""


def is_put_into(base: Node, outer: Node, changed: Node) -> bool:
    """Whether both changed `base` alike, and one side put that into something larger."""
    return not is_token(changed) and bool(path_to(outer, changed)) and not path_to(base, changed)


def is_token(node: Node) -> bool:
    """Whether it is one token, however many nodes deep."""
    while len(node.children) == 1:
        node = node.children[0]
    return not node.children


def path_to(outer: Node, inner: Node) -> list[Node]:
    """The nodes down to the one place in `outer` that is just `inner`, but for blanks; empty if
    there is none, or more than one, or if it is too deep."""
    wanted = squeezed(inner.text)
    found = squeezed(outer.text)
    if found.count(wanted) != 1 or len(found) == len(wanted):
        return []
    if inner.text not in outer.text and _begin_alike(outer, inner):
        return []  # of a block in a block nobody knows which is the old one
    path: list[Node] = []
    node: Node | None = outer
    while node is not None and len(path) < DEEPEST:
        node = next((each for each in node.children if wanted in squeezed(each.text)), None)
        if node is not None:
            path.append(node)
            if same(node, inner):
                return path
    return []


def value_in_full(base: Node, outer: Node) -> Node | None:
    """The value `base` where `outer` has it by a name for which it stood alone; None if it is not
    there, or not the same."""
    profile = base.source.profile
    if base.type not in profile.atomic or outer.type == base.type:
        return None
    *around, value = path_to(outer, base) or [base]
    keys = (key_of(Item([node], node)) for node in around)
    names = {key.removeprefix(NAME) for key in keys if key is not None}
    return value if len(names) == 1 and names <= profile.short_for else None


def is_block(node: Node) -> bool:
    """Whether it is a list of statements."""
    return bool(node.source.profile.definitions) and _BLOCK.search(node.type) is not None


def _begin_alike(one: Node, other: Node) -> bool:
    """As two blocks do: with the same bracket, or with none."""
    if one.type != other.type or not one.children or not other.children:
        return False
    is_bare = one.children[0].named and other.children[0].named
    if is_bare and one.source.profile.definitions and _BLOCK.search(one.type):
        return True
    return same(one.children[0], other.children[0])


def is_edited(before: Node, after: Node) -> bool:
    """Whether it is not another thing altogether."""
    return any(word[:1].isalnum() for word in (before.tokens & after.tokens))


def end_of(path: Sequence[Node], outer: Node, other: Node) -> Node | None:
    """Where a path from `outer` leads to in `other`, if the two are the same around that."""
    for step in path:
        if outer.type != other.type or len(outer.children) != len(other.children):
            return None
        at = outer.children.index(step)
        pairs = zip(outer.children, other.children, strict=True)
        if not all(place == at or same(*pair) for place, pair in enumerate(pairs)):
            return None
        outer, other = step, other.children[at]
    return other


def put_in(outer: Node, made: Mapping[Node, Made]) -> Made:
    """`outer` with what was made of nodes in it."""
    text = outer.source.text
    parts: list[Part] = []
    at = outer.start
    for child in outer.children:
        parts.append(text[at : child.start])
        if child in made:
            parts.append(made[child])
        elif any(child.start <= each.start and each.end <= child.end for each in made):
            parts.append(put_in(child, made))
        else:
            parts.append(Made(child.type, (child.text,), whole=True))
        at = child.end
    return Made(outer.type, (*parts, text[at : outer.end]))
