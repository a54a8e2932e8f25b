"""Texts that are lists of words, where the grammar sees one token: the classes of an element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import tree_sitter

from agentfs.syntax.places import text_at
from agentfs.syntax.profile import Profile

_BETWEEN: Final = b" \t\r\n\f\v\\"
"""A backslash leads on to the next line."""


class Word(NamedTuple):
    start: int
    end: int
    """In the text."""
    key: bytes | None
    """None if it stands where it does for a reason."""


def words_of(syntax: tree_sitter.Node, text: bytes, profile: Profile) -> Iterator[Word]:
    """`text`: that of the node.  None at all if no rule makes it a list of words."""
    for rule in profile.worded.get(syntax.type, ()):
        if rule.named and text_at(syntax, rule.name_place) not in rule.named:
            continue
        found = list(rule.word.finditer(text))
        between = rule.word.sub(b"", text)
        if between.strip(_BETWEEN + rule.between):
            continue
        for match in found:
            free = rule.unordered.fullmatch(match[0]) if rule.unordered is not None else None
            key = b"word " + free[free.lastindex or 0] if free else None
            yield Word(match.start(), match.end(), key)
        return
