"""What a side moved, brought to the same place in the other texts.

A line-by-line account has no notion of a move: it sees a deletion here and an insertion there,
and if the other side changed what moved, nothing fits.  With the moved lines of base and of the
other side put where they were moved to, what is left are edits in place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from agentfs.merge.verify.inputs.texts import Lines
from agentfs.merge.verify.words.diffs import Run, partners, runs

COMMENTS: Final = (b"//", b"/*", b"*", b"#", b"--", b";", b"%", b"<!--")
"""What a line may begin with that is about the next one."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines `start` to `end` of base that went to before line `to` of base.  They may have
    been edited, too."""

    start: int
    end: int
    to: int


class _Near(NamedTuple):
    """An end of a block in base, and in the other side if what is next to it was kept there."""

    at: int
    there: int


def carried(
    base: Lines, side: Lines, other: Lines, *, led: bool = False
) -> tuple[list[bytes], list[bytes]] | None:
    """Base and the other side with what `side` moved where that has it; None if that is
    nothing.  `led`: with the comments that the other side put above it; None if there are none."""
    blocks = _moved(base, side)
    in_other = runs(base, other)
    kept = partners(in_other, len(base))
    there = {block: _there(kept, block, len(other)) for block in blocks}
    blocks = [block for block in blocks if there[block] is not None]
    if not blocks:
        return None
    theirs = [_Block(*span, _after(kept, block.to)) for block in blocks if (span := there[block])]
    if led:
        without, new = theirs, {*range(len(other))} - {*kept}
        theirs = [replace(each, start=_first_above(other, each.start, new)) for each in theirs]
        if theirs == without:
            return None
    return _rearranged(base, blocks), _rearranged(other, theirs)


def has_moved(base: Lines, side: Lines) -> bool:
    return bool(_moved(base, side))


def _moved(base: Lines, side: Lines) -> list[_Block]:
    """In the order of `side`."""
    matched = runs(base, side)
    of_side = partners([Run(new, old, length) for old, new, length in matched], len(side))
    kept = partners(matched, len(base))
    left_over = Counter(line for line, at in zip(base, kept, strict=True) if at < 0)
    come_in = Counter(line for line, at in zip(side, of_side, strict=True) if at < 0)
    where = {
        line: at
        for at, line in enumerate(base)
        if kept[at] < 0 and left_over[line] == 1 and come_in[line] == 1
    }
    blocks: list[_Block] = []
    at = 0
    while at < len(side):
        start = where.get(side[at]) if of_side[at] < 0 else None
        if start is None:
            at += 1
            continue
        ahead, end = at + 1, start + 1
        # Edited lines may stand between moved ones, and lines that are there often.
        while ahead < len(side) and of_side[ahead] < 0:
            next_one = where.get(side[ahead])
            if next_one is None and end < len(base) and base[end] == side[ahead]:
                next_one = end
            if next_one is not None:
                if not end <= next_one <= end + (ahead - at) + 2:
                    break
                if any(kept[line] >= 0 for line in range(end, next_one)):
                    break
                end = next_one + 1
            ahead += 1
        before = next((of_side[line] for line in range(at - 1, -1, -1) if of_side[line] >= 0), -1)
        blocks.append(_Block(start, end, before + 1))
        at = ahead
    return [block for block in blocks if not any(_overlap(block, other) for other in blocks)]


def _overlap(one: _Block, other: _Block) -> bool:
    return one is not other and one.start < other.end and other.start < one.end


def _there(kept: list[int], block: _Block, length: int) -> tuple[int, int] | None:
    """Where the block is in the other side, which has `length` lines: from the first of its lines
    to the last; with as many in the place of changed ones at its ends as it has there, if they
    stand between the same neighbours."""
    start = _Near(block.start, kept[block.start - 1] + 1 if block.start else 0)
    end = _Near(block.end, kept[block.end] if block.end < len(kept) else length)
    follows = start.there > 0 or not start.at
    found = [at for at in range(block.start, block.end) if kept[at] >= 0]
    if not found:
        is_between = follows and end.there - start.there == end.at - start.at
        return (start.there, end.there) if is_between else None
    first, last = found[0], found[-1]
    begins = follows and kept[first] - start.there == first - start.at
    ends = end.there - kept[last] == end.at - last
    return start.there if begins else kept[first], end.there if ends else kept[last] + 1


def _first_above(lines: Lines, start: int, new: AbstractSet[int]) -> int:
    """Where the comments begin that were put above line `start`."""
    while start - 1 in new and lines[start - 1].lstrip().startswith(COMMENTS):
        start -= 1
    return start


def _after(kept: list[int], to: int) -> int:
    """Where in the other side is what in base is before line `to`."""
    if (to == 0 or kept[to - 1] < 0) and to < len(kept) and kept[to] >= 0:
        return kept[to]
    return next((at for at in reversed(kept[:to]) if at >= 0), -1) + 1


def _rearranged(lines: Lines, blocks: list[_Block]) -> list[bytes]:
    gone = [False] * len(lines)
    arriving: dict[int, list[bytes]] = {}
    for block in blocks:
        gone[block.start : block.end] = [True] * (block.end - block.start)
        arriving.setdefault(block.to, []).extend(lines[block.start : block.end])
    made: list[bytes] = []
    for at in range(len(lines) + 1):
        made += arriving.get(at, ())
        if at < len(lines) and not gone[at]:
            made.append(lines[at])
    return made
