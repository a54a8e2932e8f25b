"""Conflicts as text: what a result looks like with git's markers.

A step of its own: what a merge makes has no markers, and neither has the trunk.  The form is
git's (`git help merge-file`), byte for byte, down to the line ends of the markers.

Git splits a conflict at lines that both sides share, if it shows no base; here only such
lines at its two ends are taken out, so each clash of the result is one conflict of the text.
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from agentfs.merge.hunks import split_lines
from agentfs.merge.values import SIDES, Clash, Clean, MergeResult

MARKER_SIZE: Final = 7
"""Git's, if nothing says otherwise."""


class Style(enum.Enum):
    """Named as in git's setting `merge.conflictStyle`."""

    MERGE = "merge"
    """The two sides."""
    DIFF3 = "diff3"
    """The base between them."""
    ZDIFF3 = "zdiff3"
    """As DIFF3, without lines that both sides begin or end with."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands behind a marker; an empty one leaves the marker alone on its line."""

    left: str = "left"
    base: str = "base"
    right: str = "right"


@dataclass(frozen=True, slots=True)
class Region:
    """Where a clash is in the text: its bytes, and its lines from 1, markers and all."""

    clash: Clash
    start: int
    end: int
    """The byte behind its last marker's line."""
    start_line: int
    end_line: int
    """The last marker's line."""


@dataclass(frozen=True, slots=True)
class Rendering:
    text: bytes
    regions: tuple[Region, ...]
    """One for each clash, in order."""


def render(
    result: MergeResult,
    *,
    labels: Labels | None = None,
    style: Style = Style.MERGE,
    marker_size: int = MARKER_SIZE,
) -> bytes:
    """The merged text with every clash between markers of `marker_size` characters."""
    return rendering(result, labels=labels, style=style, marker_size=marker_size).text


def rendering(
    result: MergeResult,
    *,
    labels: Labels | None = None,
    style: Style = Style.MERGE,
    marker_size: int = MARKER_SIZE,
) -> Rendering:
    """As `render`, and where the clashes are in it."""
    marks = _Marks(labels or Labels(), style, marker_size)
    pieces: list[bytes] = []
    regions: list[Region] = []
    length, lines = 0, 0
    for chunk, end_of_line in zip(result.chunks, _line_ends(result), strict=True):
        if isinstance(chunk, Clean):
            piece = chunk.text
        else:
            before, between, after = marks.around(chunk, end_of_line)
            piece = before + between + after
            start, end = length + len(before), length + len(before) + len(between)
            first = lines + before.count(b"\n")
            last = first + between.count(b"\n")
            regions.append(Region(chunk, start, end, first + 1, last))
        pieces.append(piece)
        length += len(piece)
        lines += piece.count(b"\n")
    return Rendering(b"".join(pieces), tuple(regions))


@dataclass(frozen=True, slots=True)
class _Marks:
    labels: Labels
    style: Style
    size: int

    def around(self, clash: Clash, end_of_line: bytes) -> tuple[bytes, bytes, bytes]:
        """What both sides begin with, the clash between markers, what both end with."""
        left, right = split_lines(clash.left), split_lines(clash.right)
        head = tail = 0
        if self.style is not Style.DIFF3:
            head = _in_common(left, right)
            tail = _in_common(left[head:][::-1], right[head:][::-1])
        ours = _ended(left[head : len(left) - tail], end_of_line)
        theirs = _ended(right[head : len(right) - tail], end_of_line)
        between = [self._mark("<", self.labels.left), end_of_line, ours]
        if self.style is not Style.MERGE:
            between += [self._mark("|", self.labels.base), end_of_line]
            between += [_ended(split_lines(clash.base), end_of_line)]
        between += [self._mark("=", ""), end_of_line, theirs]
        between += [self._mark(">", self.labels.right), end_of_line]
        after = b"".join(left[len(left) - tail :])
        return b"".join(left[:head]), b"".join(between), after

    def _mark(self, char: str, label: str) -> bytes:
        # A name of bytes that are no UTF-8 comes out as those bytes.
        text = char * self.size + (f" {label}" if label else "")
        return text.encode("utf-8", "surrogateescape")


def _ended(lines: Sequence[bytes], end_of_line: bytes) -> bytes:
    text = b"".join(lines)
    return text + end_of_line if text and not text.endswith(b"\n") else text


def _in_common(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many lines the two have in common from the beginning."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _line_ends(result: MergeResult) -> Iterator[bytes]:
    """For each chunk, how a marker's line would end there.

    Git's rule: CRLF if base's first line ends so, and no side's line before the clash, or
    its first line if there is none before, ends in LF alone.
    """
    base, *sides = (result.text_with(side) for side in SIDES)
    dos = _ends(base) is _End.CRLF
    before = [_ends(text) for text in sides]
    for chunk in result.chunks:
        yield b"\r\n" if dos and _End.LF not in before else b"\n"
        texts = (chunk.left, chunk.right) if isinstance(chunk, Clash) else (chunk.text,) * 2
        before = [
            _ends(text[text.rfind(b"\n", 0, -1) + 1 :]) if text else end
            for text, end in zip(texts, before, strict=True)
        ]


class _End(enum.Enum):
    LF = enum.auto()
    CRLF = enum.auto()
    NONE = enum.auto()


def _ends(text: bytes) -> _End:
    """How the first line ends."""
    at = text.find(b"\n")
    if at < 0:
        return _End.NONE
    return _End.CRLF if text[:at].endswith(b"\r") else _End.LF
