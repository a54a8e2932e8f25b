"""What one side gave another name, while the other uses it once more under the old one.

A name was given in place of another if it stands between the same neighbours as that did, most
of the times; a word that merely went, while others came, is no name of theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from agentfs.merge.structured.matching.slot import Nodes
from agentfs.merge.structured.trees.keys import definition_in
from agentfs.merge.structured.trees.tree import Node, leaves

_Neighbours = tuple[bytes, bytes]


def uses_renamed(trio: Nodes) -> bool:
    """Whether that happened to something in a function, or to what a type calls itself or its
    parameters: the types of its fields have their names elsewhere."""
    base, left, right = trio
    profile = base.source.profile
    definition = definition_in(base)
    if definition is None or base.type in profile.inside:
        return False
    is_type = profile.definitions.get(definition.type) == "type"
    own = _head(base) if is_type else None
    for one, other in ((left, right), (right, left)):
        gone = [word for word in _gone(base, one, other) if own is None or word in own]
        if gone and _has_new(base, one):
            was, now, there = (_places(node) for node in (base, one, other))
            if any(_is_renamed(word, was, now, there) for word in gone):
                return True
    return False


def _gone(base: Node, one: Node, other: Node) -> Iterator[bytes]:
    """What is there no more for one side, and once more for the other."""
    for word, times in base.tokens.items():
        if times > 1 and word not in one.tokens and other.tokens[word] > times:
            yield word


def _has_new(base: Node, one: Node) -> bool:
    return any(times > 1 and word not in base.tokens for word, times in one.tokens.items())


def _places(node: Node) -> dict[bytes, Counter[_Neighbours]]:
    """Between what each name stands, and how often."""
    words = leaves(node)
    texts = [b"", *(leaf.text for leaf in words), b""]
    found: dict[bytes, Counter[_Neighbours]] = {}
    for leaf, ((before, word), (_, after)) in zip(words, pairwise(pairwise(texts)), strict=True):
        # What a grammar calls a type, and not the name of one, is one of the language itself.
        if not leaf.named or leaf.type.endswith("_type"):
            continue
        if word[:1].isalpha() or word[:1] in b"_$@":
            found.setdefault(word, Counter())[before, after] += 1
    return found


def _head(node: Node) -> set[bytes]:
    """The words before the body."""
    texts = (leaf.text for leaf in leaves(node))
    return {*takewhile(lambda text: text not in (b"{", b"("), texts)}


def _is_renamed(
    word: bytes,
    was: dict[bytes, Counter[_Neighbours]],
    now: dict[bytes, Counter[_Neighbours]],
    there: dict[bytes, Counter[_Neighbours]],
) -> bool:
    old = was.get(word, Counter())
    if word in now or there.get(word, Counter()).total() <= old.total():
        return False
    least = max(1, old.total() // 2)
    return any(
        new.total() > 1 and (old & new).total() >= least
        for name, new in now.items()
        if name not in was
    )
