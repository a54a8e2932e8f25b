"""Where in a node its key stands: the paths of places that a profile writes.

A path is steps with ``/`` between them.  A step is a field, else a node type, and means the
first child that it fits; ``..`` is the parent, ``.`` the node itself, ``^`` its first child
that is more than a token and ``$`` its last.  ``type*`` means all children of that type,
``type+`` all that is in the first of them, however many of that type are in each other:
``a``, ``b`` and ``c`` of ``a | b | c``.  ``a|b`` means what fits either.  ``type?`` goes on to
the first child of what is of that type, and stays at what is not.  ``<type`` means all of that
type that stand before the node, with nothing between but comments, ``<<type`` whatever stands
between.  ``step[path=text]`` passes only those that have this text at that path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from tree_sitter import Node

_STEP: Final = re.compile(r"(?P<name>[^\[*]+)(?P<all>\*?)(?:\[(?P<place>[^=]+)=(?P<text>[^]]*)\])?")
_NAME: Final = re.compile(r"\w+")
LeftOut = Mapping[str, frozenset[str]]
"""Within nodes of a type, the fields and types of what does not count."""
_SPLIT: Final = re.compile(r"/(?![^\[]*\])")


def nodes_at(node: Node, path: str) -> list[Node]:
    """In the order of the text; empty if there is no such place."""
    found = [node]
    for step in _steps(path):
        if isinstance(step, str):
            found = [first for at in found if (first := _first(at, step)) is not None]
        else:
            found = [each for at in found for each in _taken(at, step)]
    return found


def text_at(node: Node, path: str, left_out: LeftOut | None = None) -> bytes:
    """The text at that place, blanks between several; empty if there is no such place."""
    found = nodes_at(node, path)
    if left_out:
        return b" ".join(word for each in found for word in _words(each, left_out))
    return b" ".join(each.text or b"" for each in found)


def _words(node: Node, left_out: LeftOut, out: frozenset[str] = frozenset()) -> Iterator[bytes]:
    """The tokens of a node that count."""
    out |= left_out.get(node.type, frozenset())
    for index, child in enumerate(node.children):
        if out.isdisjoint((child.type, node.field_name_for_child(index) or "")):
            yield from _words(child, left_out, out)
    if not node.child_count:
        yield node.text or b""


@cache
def _steps(path: str) -> tuple[str | re.Match[str], ...]:
    """What is only a field or a type is a string; ``.`` alone is no step.  Raises ValueError if
    the profile is wrong."""
    steps: list[str | re.Match[str]] = []
    for step in _SPLIT.split(path):
        if (match := _STEP.fullmatch(step)) is None:
            raise ValueError(path)
        if step != ".":
            steps.append(step if _NAME.fullmatch(step) else match)
    return tuple(steps)


def _first(node: Node, name: str) -> Node | None:
    if fields := node.children_by_field_name(name):
        return fields[0]
    return next((child for child in node.children if child.type == name), None)


def _taken(node: Node, match: re.Match[str]) -> Iterator[Node]:
    passed = (
        each
        for each in _named(node, match["name"])
        if match["place"] is None or text_at(each, match["place"]) == match["text"].encode()
    )
    if match["all"] or match["name"][0] == "<" or match["name"][1:].endswith("+"):
        yield from passed
    elif (first := next(passed, None)) is not None:
        yield first


def _named(node: Node, name: str) -> Iterator[Node]:
    if name == ".":
        yield node
    elif name == "..":
        # Of a root nobody wants to know, and to look through its children takes time.
        if node.parent is not None and node.parent.parent is not None:
            yield node.parent
    elif name == "^":
        yield from node.named_children[:1]
    elif name == "$":
        yield from node.named_children[-1:]
    elif name.startswith("<<"):
        yield from _before(node, name[2:])
    elif name.startswith("<"):
        yield from _above(node, name[1:])
    elif name.endswith("?"):
        yield from node.named_children[:1] if node.type == name[:-1] else [node]
    elif name.endswith("+") and name != "+":
        yield from _listed(next(_named(node, name[:-1]), None))
    elif "|" in name:
        names = name.split("|")
        for index, child in enumerate(node.children):
            if child.type in names or node.field_name_for_child(index) in names:
                yield child
    elif fields := node.children_by_field_name(name):
        yield from fields
    else:
        yield from (child for child in node.children if child.type == name)


def _above(node: Node, kind: str) -> Iterator[Node]:
    above = node.prev_named_sibling
    while above is not None and (above.type == kind or above.type.endswith("comment")):
        if above.type == kind:
            yield above
        above = above.prev_named_sibling


def _before(node: Node, kind: str) -> Iterator[Node]:
    before = node.prev_named_sibling
    while before is not None:
        if before.type == kind:
            yield before
        before = before.prev_named_sibling


def _listed(node: Node | None) -> Iterator[Node]:
    for child in node.named_children if node is not None else ():
        if node is not None and child.type == node.type:
            yield from _listed(child)
        else:
            yield child
