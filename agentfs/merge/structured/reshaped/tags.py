"""Elements that one side gave something to hold, ``<A b="1">…</A>`` for ``<A b="1" />``, or left
empty, while the other changed their attributes.
"""

from __future__ import annotations

from typing import Final

from agentfs.merge.structured.made import Made
from agentfs.merge.structured.matching.slot import Nodes
from agentfs.merge.structured.trees.items import same
from agentfs.merge.structured.trees.tree import Node

_EMPTY: Final = "self_closing"
_OPENING: Final = "opening"
"""In kinds of nodes that are elements, and the tags of those that hold something."""


def tags_of(base: Node, outer: Node, other: Node) -> Nodes | None:
    """The tags with the attributes, as base, `outer` and `other` have them; None if `other` changed
    more, or `outer` did not do that."""
    if base.type != other.type or not base.children or not outer.children:
        return None
    if _EMPTY in base.type and _OPENING in outer.children[0].type:
        return base, outer.children[0], other
    if _EMPTY not in outer.type or _OPENING not in base.children[0].type:
        return None
    inner, others = base.children[1:-1], other.children[1:-1]
    if len(inner) != len(others) or not all(map(same, inner, others)):
        return None
    return base.children[0], outer, other.children[0]


def as_closed(made: Made, like: Node) -> Made:
    """With that before what ends it which `like` has there, if that is of one line."""
    if len(made.parts) < len(like.children[:2]) or b"\n" in like.text:
        return made
    *_, last, end = like.children
    *parts, close = made.parts
    if parts[-1] == b" ":
        parts.pop()
    return Made(made.type, (*parts, like.source.text[last.end : end.start], close))
