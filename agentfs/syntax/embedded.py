"""Texts of another language in a text, such as the script of a page, and which that is."""

from __future__ import annotations

from tree_sitter import Node

from agentfs.syntax.places import text_at
from agentfs.syntax.profile import Profile


def suffix_of(node: Node, profile: Profile) -> bytes | None:
    """The suffix of its language's files; None if it is no such text, or in a language that
    nobody knows."""
    around = node.parent
    for each in profile.embedded.get(node.type, ()):
        if around is not None and around.type == each.parent:
            said = {*each.told.findall(text_at(around, each.head))} or {b""}
            told = {each.suffixes.get(word.lower()) for word in said}
            return told.pop() if len(told) == 1 else None
    return None
