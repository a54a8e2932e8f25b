"""Marks that are a matter of taste, such as bullets: which a text has, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Node

from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.profile import Profile

Span = tuple[int, int]


def marks_in(text: bytes, profile: Profile) -> list[Span]:
    """Their bytes, without the blanks around them, in order.  Raises GrammarMissing."""
    return list(_marks(parse_tree(profile.grammar, text).root_node, text, profile))


def with_mark(text: bytes, marks: Sequence[Span], mark: bytes) -> bytes:
    """The text with another mark in all these places."""
    parts: list[bytes] = []
    at = 0
    for start, end in marks:
        parts += [text[at:start], mark]
        at = end
    return b"".join([*parts, text[at:]])


def _marks(root: Node, text: bytes, profile: Profile) -> Iterator[Span]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type in profile.marks:
            mark = text[node.start_byte : node.end_byte]
            start = node.start_byte + len(mark) - len(mark.lstrip())
            yield start, start + len(mark.strip())
        else:
            waiting += reversed(node.children)
