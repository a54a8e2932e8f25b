"""Where names are bound in a language whose definitions are calls: ``def f(a) do … end``.

The name of a definition is known in what that is in, and its parameters in the definition; what
stands on the left of an arrow or a ``=`` is a pattern, and is known in the clause or block around.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tree_sitter import Node

from agentfs.syntax.naming import IMPORT, definition_key, kind_of
from agentfs.syntax.profile import Profile

_PATTERN: Final = "left"
_VALUE: Final = "right"
_GIVING: Final = frozenset({b"=", b"<-", b"->"})
"""Operators with a pattern on the left."""
_BLOCK: Final = "do_block"
_CLAUSE: Final = "stab_clause"
_ARGUMENTS: Final = "arguments"
_HELD: Final = frozenset({_BLOCK, _CLAUSE, "body"})
"""What holds the body of a definition or a clause."""


def region_of(way: Sequence[tuple[Node, str]], profile: Profile) -> tuple[int, int] | None:
    """The bytes that the name at the start of the way to the root is known in, if it is bound
    there."""
    name = way[0][0]
    for at, ((node, role), (parent, _)) in enumerate(pairwise(way)):
        if node.type in _HELD or (node.type == "keywords" and _holds_body(way[at + 1 :], profile)):
            return None
        if role == _PATTERN and _operator(parent) in _GIVING:
            return _around(way[at + 1 :], profile)
        if role == _VALUE and parent.type == "binary_operator" and _operator(parent) != b"=":
            return None  # a default or a condition
        if node.type == "unary_operator":
            return None  # what is pinned is used
        if node.type == _ARGUMENTS and _is_definition(parent, profile):
            is_name = name.start_byte == node.start_byte
            return _around(way[at + 2 :] if is_name else way[at + 1 :], profile)
    return None


def _holds_body(way: Sequence[tuple[Node, str]], profile: Profile) -> bool:
    """Whether keywords that are in this way may be ``do: …`` of a definition."""
    return way[0][0].type == _ARGUMENTS and any(
        _is_definition(each, profile) for each, _ in way[1:2]
    )


def _around(way: Sequence[tuple[Node, str]], profile: Profile) -> tuple[int, int]:
    for node, _ in way:
        if node.type in (_BLOCK, _CLAUSE) or _is_definition(node, profile):
            return node.start_byte, node.end_byte
    return 0, sys.maxsize


def _is_definition(node: Node, profile: Profile) -> bool:
    if not definition_key(node, profile):
        return False
    return kind_of(node, profile) not in ("", IMPORT)


def _operator(node: Node) -> bytes:
    operator = node.child_by_field_name("operator")
    return (operator.text or b"") if operator is not None else b""
