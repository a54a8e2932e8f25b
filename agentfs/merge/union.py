"""The union of two sides: both sides' lines where they clash, left first, and no conflict.

For files of which each line stands for itself, such as a log of changes: what git's
attribute ``merge=union`` asks for.  Pure.
"""

from __future__ import annotations

from typing import Final

from agentfs.merge.hunks import Hunk, diff_lines, split_lines
from agentfs.merge.lines import merge_lines
from agentfs.merge.values import Clean, How, MergeResult

_LONG: Final = 3
"""Lines that both sides share in the midst of a clash stand there once if they are more."""


def merge_union(base: bytes, left: bytes, right: bytes) -> MergeResult:
    """Of texts that are not binary; always clean."""
    return united(merge_lines(base, left, right))


def united(result: MergeResult) -> MergeResult:
    """`result` with both sides' lines for each clash."""
    pieces = [
        chunk.text if isinstance(chunk, Clean) else _both(chunk.left, chunk.right)
        for chunk in result.chunks
    ]
    text = b"".join(pieces)
    return MergeResult((Clean(text),) if text else (), How.LINES)


def _both(left: bytes, right: bytes) -> bytes:
    lefts, rights = split_lines(left), split_lines(right)
    pieces = []
    at = shift = 0  # the shift is right's line number less left's
    for group in _groups(diff_lines(left, right)):
        start, end = group[0].start, group[-1].end
        growth = sum(hunk.growth for hunk in group)
        pieces += lefts[at:start]
        pieces.append(
            _one_after_other(lefts[start:end], rights[start + shift : end + shift + growth])
        )
        at, shift = end, shift + growth
    return b"".join(pieces + lefts[at:])


def _groups(hunks: list[Hunk]) -> list[list[Hunk]]:
    """Hunks in order, those together that have few lines between them."""
    groups: list[list[Hunk]] = []
    for hunk in hunks:
        if groups and hunk.start - groups[-1][-1].end <= _LONG:
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
    return groups


def _one_after_other(lefts: list[bytes], rights: list[bytes]) -> bytes:
    first, second = b"".join(lefts), b"".join(rights)
    if first and second and not first.endswith(b"\n"):
        first += b"\r\n" if b"\r\n" in first else b"\n"
    return first + second
