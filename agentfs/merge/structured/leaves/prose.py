"""Comments that both sides changed, line by line.

Lines of text are kept in their order, so that a line which one side adds beside one that the
other changes has its place.  Two neighbouring lines, each changed by one side, may be one
sentence: they clash, unless the second begins something of its own, such as ``@return``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from agentfs.merge.hunks import diff_lines, split_lines

_TAG: Final = re.compile(rb"[\s/*#;!-]*(?:[@\\:]\w|<\w|- +\w+ *\w*:)")
"""The beginning of a line that says what it is about: ``@param``, ``<param``, ``- Returns:``."""


class _Change(NamedTuple):
    start: int
    end: int
    """Lines of base."""
    side: int
    text: bytes

    @property
    def only_adds(self) -> bool:
        return self.start == self.end


def merge_prose(base: bytes, left: bytes, right: bytes) -> bytes | None:
    """None if the changes clash."""
    lines = split_lines(base)
    changes = sorted([*_changes(base, left, 0), *_changes(base, right, 1)])
    if any(_clash(one, other, lines) for one, other in pairwise(changes)):
        return None
    parts: list[bytes] = []
    at = 0
    for change in changes:
        parts += [*lines[at : change.start], change.text]
        at = change.end
    parts += lines[at:]
    if not all(part.endswith(b"\n") for part in parts[:-1] if part):
        return None
    return b"".join(parts)


def _changes(base: bytes, side: bytes, number: int) -> Iterator[_Change]:
    lines, shift = split_lines(side), 0
    for start, end, growth in diff_lines(base, side):
        text = b"".join(lines[start + shift : end + shift + growth])
        yield _Change(start, end, number, text)
        shift += growth


def _clash(one: _Change, other: _Change, lines: Sequence[bytes]) -> bool:
    """Of two neighbours, in their order."""
    if other.start > one.end:
        return False
    if other.start < one.end or one.side == other.side or not (one.text and other.text):
        return True
    if one.only_adds or other.only_adds:
        return one.only_adds and other.only_adds
    return _TAG.match(lines[other.start]) is None
