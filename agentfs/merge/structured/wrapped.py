"""What one side put into something larger, or took out of it, while the other changed it.

Everything here is about a thing that is exactly the same text elsewhere, and there only once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from agentfs.merge.structured.made import Made, Part
from agentfs.merge.structured.matching import ALIKE, similarity
from agentfs.merge.structured.slot import Slot
from agentfs.merge.structured.tree import Node

DEEPEST: Final = 60
"""How deep something larger is looked into."""


def wrapped(slot: Slot) -> Made | None:
    """What becomes of it, or None if it is something else.  A call at the end of a chain is
    such a larger thing, and so is an ``if`` with what it is the ``else`` of."""
    base, left, right = slot
    assert base is not None
    assert left is not None
    assert right is not None
    if any(len(item.parts) > 1 for item in slot.items):
        return None
    for one, other in ((left, right), (right, left)):
        if similarity(base, other) >= ALIKE and _is_put_into(base.core, one.core, other.core):
            return _whole(one.core)
        made = _put_into(base.core, one.core, other.core)
        made = made or _taken_out(base.core, one.core, other.core)
        if made is not None:
            return made
    return None


def _is_put_into(base: Node, outer: Node, changed: Node) -> bool:
    """Whether both changed it alike, and one put that into something larger."""
    return not _is_token(changed) and bool(_path_to(outer, changed)) and not _path_to(base, changed)


def _put_into(base: Node, outer: Node, changed: Node) -> Made | None:
    """One side put it into something larger."""
    path = [] if _is_token(base) else _path_to(outer, base)
    return _put_in(outer, path, _whole(changed)) if path and not _path_to(changed, base) else None


def _taken_out(base: Node, inner: Node, changed: Node) -> Made | None:
    """One side left nothing but a part of it, and the other changed something in that part."""
    path = [] if _is_token(inner) else _path_to(base, inner)
    if not path:
        return None
    before = base.text[: path[-1].start - base.start]
    after = base.text[path[-1].end - base.start :]
    text = changed.text
    if not text.startswith(before) or not text.endswith(after):
        return None
    at = changed.start + len(before)
    found = _at(changed, at, changed.end - len(after), inner.type)
    return _whole(found) if found is not None else None


def _whole(node: Node) -> Made:
    return Made(node.type, (node.text,), whole=True)


def _is_token(node: Node) -> bool:
    """Whether it is one token, however many nodes deep."""
    while len(node.children) == 1:
        node = node.children[0]
    return not node.children


def _path_to(outer: Node, inner: Node) -> list[Node]:
    """The nodes down to the one place in `outer` that is just `inner`; empty if there is none,
    or more than one, or if it is too deep."""
    if len(outer.text) <= len(inner.text) or outer.text.count(inner.text) != 1:
        return []
    at = outer.start + outer.text.index(inner.text)
    return _down(outer, at, at + len(inner.text), inner.type)


def _at(outer: Node, start: int, end: int, kind: str) -> Node | None:
    path = _down(outer, start, end, kind)
    return path[-1] if path else None


def _down(outer: Node, start: int, end: int, kind: str) -> list[Node]:
    path: list[Node] = []
    node: Node | None = outer
    while node is not None and len(path) < DEEPEST:
        node = next((each for each in node.children if each.start <= start < each.end), None)
        if node is not None:
            path.append(node)
            if (node.start, node.end, node.type) == (start, end, kind):
                return path
    return []


def _put_in(outer: Node, path: Sequence[Node], made: Made) -> Made:
    text = outer.source.text
    parts: list[Part] = []
    at = outer.start
    for child in outer.children:
        parts.append(text[at : child.start])
        if child is not path[0]:
            parts.append(_whole(child))
        else:
            parts.append(_put_in(child, path[1:], made) if path[1:] else made)
        at = child.end
    return Made(outer.type, (*parts, text[at : outer.end]))
