"""Whether a merged tree, written out and parsed again, is the tree that was meant."""

from __future__ import annotations

from collections.abc import Sequence

from agentfs.merge.structured.made import Made, text_of
from agentfs.merge.structured.trees.tree import BLANKS, Node


def is_isomorphic(made: Made, root: Node) -> bool:
    """`made` is decided; `root` was parsed from its text."""
    return made.type == root.type and _same_inside(made, root, 0)


def _same_inside(made: Made, node: Node, start: int) -> bool:
    """Whether what is in `made`, which begins at `start`, is what the node's children are."""
    if made.whole:
        return True
    return _consumed(made, node.children, 0, start) == len(node.children)


def _consumed(made: Made, children: Sequence[Node], at: int, start: int) -> int:
    """How many of the children, from the first, are accounted for after `made`; -1 if they are
    not what it says."""
    for part in made.parts:
        if isinstance(part, bytes):
            start += len(part)
            at = _past_gap(children, at, start)
        elif isinstance(part, Made):
            text = text_of(part)
            at = _matched(part, text, children, at, start)
            start += len(text)
        if at < 0:
            return -1
    return at


def _past_gap(children: Sequence[Node], at: int, end: int) -> int:
    """Comments that stand behind a separator are in no item."""
    while at < len(children) and children[at].end <= end:
        if children[at].type not in children[at].source.profile.comments:
            return -1
        at += 1
    return at


def _matched(made: Made, text: bytes, children: Sequence[Node], at: int, start: int) -> int:
    """As `_consumed`; `text` is that of `made`."""
    if not made.type and not made.whole:
        return _consumed(made, children, at, start)
    if not text.strip(BLANKS):
        return at
    end = start + len(text)
    first = at
    if at >= len(children) or children[at].start != start:
        return -1
    while at < len(children) and children[at].start < end:
        at += 1
    if children[at - 1].end != end:
        return -1
    if not made.type:
        return at
    inside = at - first == 1 and children[first].type == made.type
    return at if inside and _same_inside(made, children[first], start) else -1
