"""What both sides ask for, by lines, and where the result is something else.

Where only one side changed lines, or both in the same way, the lines of the result are known.
Where both changed lines that touch, only the words can tell (`accounts`); and so where the
result has other lines than those that are known, for lines can be matched in several ways.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from agentfs.merge.verify.inputs.texts import Lines
from agentfs.merge.verify.words.diffs import Gap, gaps, runs

AROUND: Final = 6
"""Lines of a margin."""


@dataclass(frozen=True, slots=True)
class Region:
    """Ranges of lines that correspond in the four texts."""

    base: tuple[int, int]
    left: tuple[int, int]
    right: tuple[int, int]
    result: tuple[int, int]


class _Piece(NamedTuple):
    """Expected lines `start` to `end`, and what they are made of."""

    start: int
    end: int
    base: int
    base_end: int
    left: int
    left_end: int
    right: int
    right_end: int
    kept: bool
    """All three have these lines."""


def suspects(
    base: Lines,
    left: Lines,
    right: Lines,
    result: Lines,
    *,
    patient: bool = True,
    margin: bool = False,
) -> list[Region]:
    """Where the result has to be looked at by words, in order; empty if it is as expected.
    `patient`: how lines are matched.  `margin`: with some lines around, and edits in those,
    for where an edit begins may depend on its neighbours: ``}`` after ``}``."""
    expected, pieces = _expected(base, left, right, patient)
    if expected == result:
        return []
    hunks = list(gaps(runs(expected, result, patient=patient), len(expected), len(result)))
    around = AROUND if margin else 0
    wide = [
        (max(0, hunk.old - around), min(len(expected), hunk.old_end + around), hunk)
        for hunk in hunks
    ]
    return list(_regions(wide, pieces))


def whole(base: Lines, left: Lines, right: Lines, result: Lines) -> Region:
    return Region(*((0, len(lines)) for lines in (base, left, right, result)))


def spanned(first: Region, last: Region) -> Region:
    """The two and all that is between them."""
    return Region(
        (first.base[0], last.base[1]),
        (first.left[0], last.left[1]),
        (first.right[0], last.right[1]),
        (first.result[0], last.result[1]),
    )


def _expected(
    base: Lines, left: Lines, right: Lines, patient: bool
) -> tuple[list[Hashable], list[_Piece]]:
    """Lines; something equal to no line stands for those that are not known."""
    lines: list[Hashable] = []
    pieces: list[_Piece] = []
    at = shift_left = shift_right = 0
    groups = _groups(
        gaps(runs(base, left, patient=patient), len(base), len(left)),
        gaps(runs(base, right, patient=patient), len(base), len(right)),
    )
    for start, end, of_left, of_right in (*groups, (len(base), len(base), [], [])):
        if at < start:
            now = len(lines)
            lines += base[at:start]
            places = (at, start, at + shift_left, start + shift_left)
            pieces.append(
                _Piece(now, len(lines), *places, at + shift_right, start + shift_right, True)
            )
        left_from, right_from = start + shift_left, start + shift_right
        shift_left += sum(each.new_end - each.new - each.old_end + each.old for each in of_left)
        shift_right += sum(each.new_end - each.new - each.old_end + each.old for each in of_right)
        ours = left[left_from : end + shift_left]
        theirs = right[right_from : end + shift_right]
        now = len(lines)
        if not of_left:
            lines += theirs
        elif not of_right or ours == theirs:
            lines += ours
        else:
            lines.append(object())
        sides = (left_from, end + shift_left, right_from, end + shift_right)
        if of_left or of_right:
            pieces.append(_Piece(now, len(lines), start, end, *sides, False))
        at = end
    return lines, pieces


def _groups(
    left: Iterator[Gap], right: Iterator[Gap]
) -> Iterator[tuple[int, int, list[Gap], list[Gap]]]:
    """Hunks of both sides as long as they touch, and the lines of base that they span."""
    tagged = sorted([(hunk, 0) for hunk in left] + [(hunk, 1) for hunk in right])
    at = 0
    while at < len(tagged):
        start, end = tagged[at][0][:2]
        sides: tuple[list[Gap], list[Gap]] = ([], [])
        while at < len(tagged) and tagged[at][0].old <= end:
            hunk, side = tagged[at]
            end = max(end, hunk.old_end)
            sides[side].append(hunk)
            at += 1
        yield start, end, sides[0], sides[1]


def _regions(hunks: list[tuple[int, int, Gap]], pieces: list[_Piece]) -> Iterator[Region]:
    """Each hunk of the result with its margin, widened to whole pieces; those that meet become
    one."""
    waiting: tuple[int, int, int, int, list[_Piece]] | None = None
    at = 0
    for low, high, hunk in hunks:
        while at < len(pieces) and pieces[at].end < low:
            at += 1
        touched = list(_touched(low, high, pieces, at))
        whole_ones = [piece for piece in touched if not piece.kept]
        start = min([low, *(piece.start for piece in whole_ones)])
        end = max([high, *(piece.end for piece in whole_ones)])
        new, new_end = hunk.new - (hunk.old - start), hunk.new_end + (end - hunk.old_end)
        if waiting and start <= waiting[1]:
            now, _, result, _, before = waiting
            waiting = (now, end, result, new_end, [*before, *touched])
        else:
            if waiting:
                yield _region(*waiting, pieces)
            waiting = (start, end, new, new_end, touched)
    if waiting:
        yield _region(*waiting, pieces)


def _touched(low: int, high: int, pieces: list[_Piece], at: int) -> Iterator[_Piece]:
    while at < len(pieces) and pieces[at].start <= high:
        piece = pieces[at]
        if not piece.kept or (piece.start < high and piece.end > low):
            yield piece
        at += 1


def _region(
    start: int, end: int, new: int, new_end: int, touched: list[_Piece], pieces: list[_Piece]
) -> Region:
    if not touched:
        touched = [_gap(start, pieces)]
    first, last = touched[0], touched[-1]
    cut = start - first.start if first.kept else 0
    rest = last.end - end if last.kept else 0
    return Region(
        (first.base + cut, last.base_end - rest),
        (first.left + cut, last.left_end - rest),
        (first.right + cut, last.right_end - rest),
        (new, new_end),
    )


def _gap(at: int, pieces: list[_Piece]) -> _Piece:
    """The place between two kept lines (or at an end) as a piece of no lines."""
    for piece in pieces:
        if piece.start <= at <= piece.end:
            cut = at - piece.start
            base, left, right = piece.base + cut, piece.left + cut, piece.right + cut
            return _Piece(at, at, base, base, left, left, right, right, True)
    return _Piece(0, 0, 0, 0, 0, 0, 0, 0, True)
