"""Trees and items of small texts, as merging by structure sees them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from agentfs.merge.structured.made import Made, text_of
from agentfs.merge.structured.matching.moves import moves_of
from agentfs.merge.structured.matching.slots import Slots, slots_of
from agentfs.merge.structured.structure import Way, merge_trees
from agentfs.merge.structured.trees.items import Item, items_of
from agentfs.merge.structured.trees.lineform import lines_tree
from agentfs.merge.structured.trees.tree import Node, tree_of
from agentfs.syntax.languages import LANGUAGES
from agentfs.syntax.profile import Profile

PROFILES: Final[dict[str, Profile]] = {profile.name: profile for profile in LANGUAGES}


def tree(text: str, language: str = "python") -> Node:
    profile = PROFILES[language]
    return (lines_tree if profile.lines else tree_of)(text.encode(), profile)


def node(text: str, kind: str, language: str = "python") -> Node:
    """The first node of that type, from the top."""
    waiting = [tree(text, language)]
    while waiting:
        found = waiting.pop()
        if found.type == kind:
            return found
        waiting += reversed(found.children)
    raise LookupError(kind)


def items(text: str, kind: str = "", language: str = "python") -> list[Item]:
    """Those of the first node of that type, or of all of the text."""
    return items_of(node(text, kind, language) if kind else tree(text, language))


def texts(things: Iterable[Item | Node]) -> list[str]:
    return [thing.text.decode() for thing in things]


def slots(base: str, left: str, right: str, kind: str = "", language: str = "python") -> Slots:
    return slots_of(tuple(items(text, kind, language) for text in (base, left, right)))  # type: ignore[arg-type]


def made(
    base: str, left: str, right: str, language: str = "python", *, lines_first: bool = False
) -> Made:
    """The merged tree; by default no definition is merged by its lines."""
    trio = (tree(base, language), tree(left, language), tree(right, language))
    return merge_trees(trio, moves_of(*trio), Way(lines_first=lines_first))


def merged(base: str, left: str, right: str, language: str = "python") -> str:
    """The text of the merged tree, of which all is decided."""
    result = made(base, left, right, language)
    assert result.decided, result
    return text_of(result).decode()
