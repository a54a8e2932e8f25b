"""Which node of which side is the one that was put into something larger, or taken out of it.

Invariant: what is found is in one place only, and all around it is what one side alone made of it,
so that whatever becomes of the three versions has its place.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from agentfs.merge.structured.matching.slot import Nodes, Slot, versions
from agentfs.merge.structured.reshaped.nesting import (
    end_of,
    is_edited,
    is_put_into,
    is_token,
    path_to,
    value_in_full,
)
from agentfs.merge.structured.trees.items import same
from agentfs.merge.structured.trees.tree import Node

_NAME: Final = "alias"
"""The field that grammars have for it."""


class Inside(NamedTuple):
    """The three versions of one thing, of which one may be in something larger."""

    trio: Nodes
    outer: Node | None = None
    """What a side has it in that is to stand there; None if that is no longer."""
    hole: Node | None = None
    """The one of the three that is in `outer`."""


def put_in_as_changed(base: Node, left: Node, right: Node) -> Node | None:
    """What one side put that into which both made of it alike."""
    if is_token(base):
        return None
    for outer, changed in ((left, right), (right, left)):
        if same(base, changed) and b"\n" not in base.text:
            continue  # it broke it into lines, which stay
        # Whether one is in the other is seen sooner than what words they share.
        if is_put_into(base, outer, changed) and is_edited(base, changed):
            return outer
    return None


def inside(slot: Slot) -> Inside | None:
    """What one side put into something larger, or took out of it, while the other changed it."""
    base, left, right = (item.core for item in slot.items)
    return _put_into(base, left, right) or _taken_out(base, left, right)


def _put_into(base: Node, left: Node, right: Node) -> Inside | None:
    """What one side put into something larger while the other changed it.  A call at the end of a
    chain is such a thing."""
    named = _given_a_name(base, left, right)
    if is_token(base) or named is not None:
        return named or _written_in_full(base, left, right)
    paths = (path_to(left, base), path_to(right, base))
    if bool(paths[0]) == bool(paths[1]):
        return None
    is_left = bool(paths[0])
    path, outer, other = (paths[0], left, right) if is_left else (paths[1], right, left)
    end = end_of(path, outer, other)
    if end is None and left.type == right.type != base.type:
        return None  # each side put it into another thing of a kind: which is the outer one?
    if end is None and not is_edited(base, other):
        return None
    changed = other if end is None else end
    return Inside(versions(base, path[-1], changed, is_left=is_left), outer, path[-1])


def _given_a_name(base: Node, left: Node, right: Node) -> Inside | None:
    """What one side gave a name, ``A as b``, and so all of what the other made of it."""
    for outer, other, is_left in ((left, right, True), (right, left, False)):
        if base.type == outer.type or not any(child.role == _NAME for child in outer.children):
            continue
        path = path_to(outer, base)
        if len(path) == 1 and other.type != outer.type:
            return Inside(versions(base, path[0], other, is_left=is_left), outer, path[0])
    return None


def _written_in_full(base: Node, left: Node, right: Node) -> Inside | None:
    """What one side wrote in full while the other changed the one value that it was."""
    for outer, changed, is_left in ((left, right, True), (right, left, False)):
        inner = value_in_full(base, outer) if changed.type == base.type else None
        if inner is not None:
            return Inside(versions(base, inner, changed, is_left=is_left), outer, inner)
    return None


def _taken_out(base: Node, left: Node, right: Node) -> Inside | None:
    """What one side took out of something larger while the other changed it in there."""
    for bare, other, is_left in ((left, right, True), (right, left, False)):
        path = path_to(base, bare) if not is_token(bare) else []
        changed = end_of(path, base, other) if path else None
        if changed is not None:
            return Inside(versions(path[-1], bare, changed, is_left=is_left))
    return None
