"""Marks that are a matter of taste, such as bullets: which a text has, and where."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Tree

from agentfs.syntax.grammars import nodes_of
from agentfs.syntax.profile import Profile

Span = tuple[int, int]


def marks_in(tree: Tree, text: bytes, profile: Profile) -> list[Span]:
    """Their bytes, without the blanks around them, in order."""
    spans = []
    for node in nodes_of(tree, profile.marks):
        mark = text[node.start_byte : node.end_byte]
        start = node.start_byte + len(mark) - len(mark.lstrip())
        spans.append((start, start + len(mark.strip())))
    return spans


def with_mark(text: bytes, marks: Sequence[Span], mark: bytes) -> bytes:
    """The text with another mark in all these places."""
    parts: list[bytes] = []
    at = 0
    for start, end in marks:
        parts += [text[at:start], mark]
        at = end
    return b"".join([*parts, text[at:]])
