"""Merges that come out the same when they are done again: what a stored conflict needs.

A conflict is stored as three texts, which differ only where it is, and these are merged again
whenever something changes around it.  It must be there again, byte for byte, until someone
decides it: not gone, not larger, not another one.  `merge3` alone does not promise that.  It sees
more in the merged texts than in those that they were made from: an item that was matched by what
is now equal on all sides, a verdict that a shorter list of differences does not need.

Invariant, `texts(r)` being the three texts of a result: for every result r of `merge_stably`,
``merge_stably(*texts(r), language)`` has the chunks of r, but for `Clash.right_line`, kind and
reason.
"""

from __future__ import annotations

from dataclasses import replace

from agentfs.merge.lines import merge_lines
from agentfs.merge.merge3 import merge3
from agentfs.merge.unsure import unsure
from agentfs.merge.values import SIDES, Clash, Clean, MergeResult
from agentfs.syntax.profile import Profile

_REASON = "merged again, it would come out otherwise"


def merge_stably(base: bytes, left: bytes, right: bytes, language: Profile | None) -> MergeResult:
    """As `merge3`, or coarser.  A clean result is that of `merge3`; a conflict costs it twice.

    Each result is tried by merging it again.  The last one needs no trial: its texts are the
    ones that were given, so that all that led to it leads to it again.
    """
    result = merge3(base, left, right, language)
    if result.clean:
        return result
    again = _again(result, language)
    if _same(result, again):
        return result
    for coarser in (again, merge_lines(base, left, right)):
        # One that is clean by now was decided by nobody.
        if not coarser.clean and _same(coarser, _again(coarser, language)):
            return _unlocated(coarser)
    return unsure(base, left, right, _REASON)


def _again(result: MergeResult, language: Profile | None) -> MergeResult:
    base, left, right = (result.text_with(side) for side in SIDES)
    return merge3(base, left, right, language)


def _same(one: MergeResult, other: MergeResult) -> bool:
    return [*map(_told, one.chunks)] == [*map(_told, other.chunks)]


def _told(chunk: Clean | Clash) -> tuple[bytes | str, ...]:
    """What makes a chunk the same one: a conflict is known again by its texts and its symbol."""
    if isinstance(chunk, Clean):
        return (chunk.text,)
    return chunk.base, chunk.left, chunk.right, chunk.symbol


def _unlocated(result: MergeResult) -> MergeResult:
    """Lines that were counted in merged texts say nothing of those that were given."""
    return replace(
        result,
        chunks=tuple(
            replace(chunk, right_line=0) if isinstance(chunk, Clash) else chunk
            for chunk in result.chunks
        ),
    )
