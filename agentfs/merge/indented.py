"""Three-way merge of lines where one side changed how deep they are indented.

One side put a block into an ``if``, the other changed a line of it: without their indentation
the lines merge.  What comes from a side is then indented as the other one has its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from agentfs.merge.hunks import Hunk, diff_lines, split_lines

INDENT: Final = b" \t"
_WORD: Final = re.compile(rb"\w")


def merge_indented(base: bytes, left: bytes, right: bytes) -> bytes | None:
    """The merged text, or None if it is not clean, or if no side moved all that it kept."""
    return _merge_of(base, left, right).text()


def merge_taken_out(base: bytes, left: bytes, right: bytes) -> bytes | None:
    """The same, if all that the side that moved lines did is to take a block out of another: it
    put in no words of its own."""
    merge = _merge_of(base, left, right)
    return None if any(map(_WORD.search, merge.put_in_by_mover())) else merge.text()


def _merge_of(base: bytes, left: bytes, right: bytes) -> _Merge:
    texts = tuple(split_lines(text) for text in (base, left, right))
    bare = tuple(b"".join(line.lstrip(INDENT) or b" " for line in lines) for lines in texts)
    return _Merge(
        texts[0], texts[1], texts[2], diff_lines(bare[0], bare[1]), diff_lines(bare[0], bare[2])
    )


@dataclass
class _Merge:
    base: Sequence[bytes]
    left: Sequence[bytes]
    right: Sequence[bytes]
    left_hunks: Sequence[Hunk]
    right_hunks: Sequence[Hunk]

    def __post_init__(self) -> None:
        self.to_left = _kept(len(self.base), self.left_hunks)
        self.to_right = _kept(len(self.base), self.right_hunks)

    def mover(self) -> int | None:
        """The side that changed the indentation of lines that it kept, if only one did: 0 is
        left."""
        moves = [
            sum(
                _depth(line) != _depth(side[to])
                for line, to in zip(self.base, places, strict=True)
                if to is not None and line.strip()
            )
            for side, places in ((self.left, self.to_left), (self.right, self.to_right))
        ]
        if (moves[0] > 0) == (moves[1] > 0):
            return None
        return 0 if moves[0] else 1

    def put_in_by_mover(self) -> Iterator[bytes]:
        """Its lines that base does not have."""
        mover = self.mover()
        if mover is None:
            return
        side, kept = ((self.left, self.to_left), (self.right, self.to_right))[mover]
        known = set(kept)
        yield from (line for at, line in enumerate(side) if at not in known)

    def text(self) -> bytes | None:
        """The merged text, or None if there is no such side, or if the lines conflict."""
        mover = self.mover()
        if mover is None:
            return None
        merged: list[bytes] = []
        at = left_shift = right_shift = 0
        for start, end, lefts, rights in _groups(self.left_hunks, self.right_hunks, mover):
            merged += [self._stable(row) for row in range(at, start)]
            left_from, right_from = start + left_shift, start + right_shift
            left_shift += sum(hunk.growth for hunk in lefts)
            right_shift += sum(hunk.growth for hunk in rights)
            ours = self.left[left_from : end + left_shift]
            theirs = self.right[right_from : end + right_shift]
            if start == end and (rights, lefts)[mover] and self._is_edge(start, mover):
                return None  # in the block that was moved, or beside it
            if not rights:
                merged += [self._as_other(line, self.right, self.to_right, start) for line in ours]
            elif not lefts:
                merged += [self._as_other(line, self.left, self.to_left, start) for line in theirs]
            elif [line.strip() for line in ours] == [line.strip() for line in theirs]:
                merged += ours
            else:
                return None
            at = end
        merged += [self._stable(row) for row in range(at, len(self.base))]
        return b"".join(merged)

    def _is_edge(self, row: int, mover: int) -> bool:
        """Whether, of the lines around what was inserted at `row`, the mover moved only one.  What
        is around the texts it left where it was."""
        return self._is_moved(range(row - 1, -1, -1), mover) != self._is_moved(
            range(row, len(self.base)), mover
        )

    def _is_moved(self, rows: range, mover: int) -> bool:
        """The first of these lines of base that it kept."""
        side, to = ((self.left, self.to_left), (self.right, self.to_right))[mover]
        kept = ((self.base[row], to[row]) for row in rows if self.base[row].strip())
        return next(
            (_depth(line) != _depth(side[place]) for line, place in kept if place is not None),
            False,
        )

    def _stable(self, row: int) -> bytes:
        base = self.base[row]
        left, right = self.to_left[row], self.to_right[row]
        assert left is not None
        assert right is not None
        return self.right[right] if self.left[left] == base else self.left[left]

    def _as_other(
        self, line: bytes, other: Sequence[bytes], to: Sequence[int | None], row: int
    ) -> bytes:
        """A line that one side wrote near `row`, as deep as the other side has what is there."""
        for each in _nearest(row, len(self.base)):
            place = to[each]
            if place is None or not self.base[each].strip():
                continue
            was, becomes = _depth(self.base[each]), _depth(other[place])
            if line.startswith(was) and line.strip():
                return becomes + line[len(was) :]
        return line


def _nearest(row: int, size: int) -> Iterator[int]:
    """All rows, the nearest first."""
    for distance in range(max(row, size - row) + 1):
        if 0 <= row - distance < size:
            yield row - distance
        if distance and row + distance < size:
            yield row + distance


def _kept(size: int, hunks: Sequence[Hunk]) -> list[int | None]:
    """For each line of base where a side has it, if it kept it."""
    places: list[int | None] = []
    shift = 0
    for hunk in hunks:
        places += range(len(places) + shift, hunk.start + shift)
        places += [None] * (hunk.end - hunk.start)
        shift += hunk.growth
    return places + list(range(len(places) + shift, size + shift))


def _groups(
    left: Sequence[Hunk], right: Sequence[Hunk], mover: int
) -> list[tuple[int, int, list[Hunk], list[Hunk]]]:
    """Hunks that touch, and the lines of base that they span.  Lines that `mover` put before or
    behind what the other side changed are where they have to be: the head of a block."""
    tagged = sorted(
        [(h.start, h.end, 0, h) for h in left] + [(h.start, h.end, 1, h) for h in right]
    )
    groups: list[tuple[int, int, list[Hunk], list[Hunk]]] = []
    for start, end, side, hunk in tagged:
        if not groups or start > groups[-1][1] or not _touches(groups[-1], start, end, side, mover):
            groups.append((start, end, [], []))
        first, last, lefts, rights = groups[-1]
        (rights if side else lefts).append(hunk)
        groups[-1] = (first, max(last, end), lefts, rights)
    return groups


def _touches(
    group: tuple[int, int, list[Hunk], list[Hunk]], start: int, end: int, side: int, mover: int
) -> bool:
    first, last, lefts, rights = group
    if start < last or (rights if side else lefts):
        return True
    if start == end and first == last:
        return True  # both inserted there
    if first < last and start < end:
        return False  # each has lines of its own
    inserter = side if start == end else 1 - side if first == last else None
    return inserter != mover


def _depth(line: bytes) -> bytes:
    return line[: len(line) - len(line.lstrip(INDENT))]
