"""Which lines of a text changed: a rough answer in microseconds, for parsing again.

Not a diff for anyone to see: it may call lines changed that are not, never the reverse.  It
compares long runs of bytes at once and looks at few lines, where a differ looks at each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final, NamedTuple

DEEPEST: Final = 4
"""How often what changed is cut in two."""
SMALL: Final = 500
"""Bytes: less is not worth to be cut."""
ANCHOR_LINES: Final = 2


class Edit(NamedTuple):
    """Bytes `start` to `end` of the old text, whole lines, became `added`."""

    start: int
    end: int
    added: bytes


def edits(old: bytes, new: bytes) -> list[Edit]:
    """In order, not overlapping; empty if the texts are equal."""
    return _edits(old, new, 0, DEEPEST)


def _edits(old: bytes, new: bytes, offset: int, depth: int) -> list[Edit]:
    """As `edits`; `old` stands at `offset` in its text."""
    head, tail = _same_ends(old, new)
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    offset += head
    if not old and not new:
        return []
    places = _anchor(old, new) if depth and min(len(old), len(new)) > SMALL else None
    if places is None:
        return [Edit(offset, offset + len(old), new)]
    left, right = places
    return [
        *_edits(old[:left], new[:right], offset, depth - 1),
        *_edits(old[left:], new[right:], offset + left, depth - 1),
    ]


def _same_ends(old: bytes, new: bytes) -> tuple[int, int]:
    """The sizes of what both texts begin and end with, in whole lines."""
    most = min(len(old), len(new))
    head = _greatest(most, lambda size: old[:size] == new[:size])
    if head < most or len(old) != len(new):
        head = old.rfind(b"\n", 0, head) + 1
    tail = _greatest(most - head, lambda size: old[len(old) - size :] == new[len(new) - size :])
    line_end = old.find(b"\n", len(old) - tail)
    return head, len(old) - line_end - 1 if tail and line_end >= 0 else 0


def _greatest(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest size up to `most` for which `holds`, given that it does for all smaller."""
    return bisect_left(range(1, most + 1), True, key=lambda size: not holds(size))


def _anchor(old: bytes, new: bytes) -> tuple[int, int] | None:
    """Where the same lines stand in both, once in each; tried in a few places of `old`."""
    for quarter in (2, 1, 3):
        start = old.find(b"\n", len(old) * quarter // 4) + 1
        end = start
        for _ in range(ANCHOR_LINES):
            end = old.find(b"\n", end) + 1 or len(old)
        lines = b"\n" + old[start:end]
        # The line end before them makes sure that they are whole lines in `new` too.
        if start and len(lines) > 20 and old.count(lines) == 1 and new.count(lines) == 1:
            return start, new.find(lines) + 1
    return None
