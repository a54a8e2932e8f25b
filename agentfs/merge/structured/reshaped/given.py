"""A value that one side gives in another way, while the other changed just that value.

``fun f() = x`` became ``fun f() { return x }``, ``(a) => x`` became ``(a) => { return x; }``, or
the other way round.  Whatever the value is, it is all that stands behind the word or the arrow, so
that it can be another one there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from agentfs.merge.structured.matching.slot import Nodes
from agentfs.merge.structured.reshaped.keptparts import LONGEST
from agentfs.merge.structured.trees.items import same
from agentfs.merge.structured.trees.tree import Node

_GIVING: Final = frozenset({b"return", b"=", b"=>", b"->"})
"""What a value stands behind, and nothing but it."""


def given_anew(base: Node, outer: Node, other: Node) -> Nodes | None:
    """The value as base, `outer` and `other` have it; None if `other` changed anything else, or
    `outer` does not give the same one in another way, once."""
    if base.type in base.source.profile.inside or max(len(base.text), len(outer.text)) > LONGEST:
        return None
    changed = _changed_value(base, other)
    if changed is None:
        return None
    word, was, became = changed
    before, after = list(_given(base)), list(_given(outer))
    if sum(same(value, was) for _, value in before) != 1:
        return None
    found = [(each, value) for each, value in after if same(value, was)]
    if len(found) != 1 or found[0][0] == word:
        return None
    new = found[0][1]
    # Where the old word is as often as it was, it gives another value now.
    still = [each for each, value in after if not value.start <= new.start < value.end]
    if still.count(word) != [each for each, _ in before].count(word) - 1:
        return None
    return was, new, became


def _changed_value(base: Node, other: Node) -> tuple[bytes, Node, Node] | None:
    """What a value of `base` stands behind, that value, and what became of it, if `other` changed
    nothing else."""
    while base.type == other.type and len(base.children) == len(other.children):
        pairs = list(zip(base.children, other.children, strict=True))
        changed = [at for at, pair in enumerate(pairs) if not same(*pair)]
        if len(changed) != 1:
            return None
        at = changed[0]
        before = base.children[at - 1].text if at else b""
        base, other = pairs[at]
        if before in _GIVING and base.named and other.named:
            return before, base, other
    return None


def _given(outer: Node) -> Iterator[tuple[bytes, Node]]:
    """The values in it, each with what it stands behind."""
    waiting = [outer]
    while waiting:
        children = waiting.pop().children
        waiting += children
        for before, value in pairwise(children):
            if before.text in _GIVING and value.named:
                yield before.text, value
