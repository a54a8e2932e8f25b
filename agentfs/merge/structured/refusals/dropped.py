"""What one side took out of a file altogether, while the other uses it once more.

Trees merge what lines do not, and so put together edits that nobody has seen side by side: the
import that a side no longer needed is one that the other's new code wants.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from agentfs.merge.structured.matching.likeness import target_of
from agentfs.merge.structured.trees.items import Item, items_of
from agentfs.merge.structured.trees.keys import IMPORTS, definition_in, distinct_texts, group_of
from agentfs.merge.structured.trees.tree import Node, leaves
from agentfs.syntax.definitions import definitions_in
from agentfs.syntax.naming import definition_key

_OWN: Final = re.compile(rb"\b(?:self|this)\s*(?:\.|->)\s*([A-Za-z_]\w*)")
"""A name that an object has of its own: ``self.name``, ``$this->name``."""


def uses_dropped(base: Node, left: Node, right: Node) -> bool:
    """Whether that happened to a name that base declares at its top, to a method, or to something
    that an object has.  Takes the roots."""
    declared = {name for item in items_of(base) for name in _declared(item)} | {*_methods(base)}
    for one, other in ((left, right), (right, left)):
        gone = (
            name
            for name in declared
            if name not in one.tokens and other.tokens[name] > base.tokens[name] > 0
        )
        if any(_uses(name, other) > _uses(name, base) for name in gone):
            return True
        mine, was, theirs = (Counter(_OWN.findall(root.text)) for root in (one, base, other))
        new = theirs - was
        if any(name in was and name not in mine and name not in one.tokens for name in new):
            return True
    return False


def _declared(item: Item) -> Iterator[bytes]:
    """The names that others in the file may use because of it."""
    if group_of(item) == IMPORTS:
        yield from distinct_texts(item)
        return
    definition = definition_in(item.core)
    if definition is not None:
        yield definition_key(definition, item.source.profile).encode("utf-8", "backslashreplace")
    elif (target := target_of(item.core)) is not None:
        yield target


def _methods(root: Node) -> Iterator[bytes]:
    if root.syntax is not None:
        source = root.source
        for each in definitions_in(root.syntax, source.text, source.profile).definitions:
            yield each.symbol.rpartition(".")[2].partition("#")[0].encode()


def _uses(name: bytes, root: Node) -> int:
    """How often code has the name, and not a comment, a string, or where an import looks."""
    comments = root.source.profile.comments
    items = (item for item in items_of(root) if group_of(item) != IMPORTS)
    parts = (part for item in items for part in item.parts if part.type not in comments)
    return sum(
        leaf.text == name and leaf.type not in comments for part in parts for leaf in leaves(part)
    )
