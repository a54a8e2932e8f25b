"""Three-way merge by lines: diff3, with the verdicts of ``git merge-file``.

Pure and deterministic; symmetric up to the order of sides.  Lines end at LF only, a CR is a
byte like any other, and a last line without LF differs from the same line with one.

The algorithm is the one described by Khanna, Kunal and Pierce, "A Formal Investigation of
Diff3" (2007), with git's stricter rule for what is stable: two changes that touch, with no
common line between them, clash, unless they are the same change.  The diffs are libgit2's
(xdiff, Myers 1986, as in git).  On two points git differs, both on purpose here:

- git calls a file binary for a NUL in its first 8,000 bytes, we for one anywhere;
- git splits a clash at lines that both sides share in its midst; here only those at its two
  ends are taken out, so that a clash stays one thing to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from agentfs.merge.hunks import Hunk, diff_lines, split_lines
from agentfs.merge.values import SIDES, Clash, Clean, MergeResult

Lines = Sequence[bytes]


def merge_lines(base: bytes, left: bytes, right: bytes) -> MergeResult:
    """Never fails; binary content that both sides changed is one clash of everything."""
    if left in (right, base):
        return _clean(right)
    if right == base:
        return _clean(left)
    if b"\0" in base or b"\0" in left or b"\0" in right:
        return MergeResult((Clash(base, left, right, 1),))
    merge = _merge(base, left, right, trim=True)
    return merge if merge.clean else _stable(merge, base, left, right)


def _clean(text: bytes) -> MergeResult:
    return MergeResult((Clean(text),) if text else ())


def _merge(base: bytes, left: bytes, right: bytes, *, trim: bool) -> MergeResult:
    return MergeResult(tuple(joined(_regions(base, left, right, trim))))


def _stable(merge: MergeResult, base: bytes, left: bytes, right: bytes) -> MergeResult:
    """`merge`, or a coarser one of the same texts, that clashes again when it is done again.

    Where lines repeat, the differ may align the texts of a merge otherwise than the texts that
    it was made from, and the clash would vanish without anyone's decision.  Lines that were
    taken out of a clash are the usual reason; a clash of everything is always stable, because
    its texts are the ones merged here.
    """
    if _clashes_again(merge, trim=True):
        return merge
    plain = _merge(base, left, right, trim=False)
    if _clashes_again(plain, trim=False):
        return plain
    return MergeResult((Clash(base, left, right, 1),))


def _clashes_again(merge: MergeResult, *, trim: bool) -> bool:
    base, left, right = (merge.text_with(side) for side in SIDES)
    return _unnumbered(_merge(base, left, right, trim=trim)) == _unnumbered(merge)


def _unnumbered(merge: MergeResult) -> list[Clean | Clash]:
    return [
        chunk if isinstance(chunk, Clean) else replace(chunk, right_line=0)
        for chunk in merge.chunks
    ]


def joined(chunks: Iterable[Clean | Clash]) -> Iterator[Clean | Clash]:
    """The same with runs of `Clean` made one, and empty ones left out."""
    run: list[bytes] = []
    for chunk in chunks:
        if isinstance(chunk, Clean):
            run.append(chunk.text)
            continue
        if text := b"".join(run):
            yield Clean(text)
        yield chunk
        run = []
    if text := b"".join(run):
        yield Clean(text)


@dataclass(frozen=True, slots=True)
class Group:
    """What hunks of both sides that touch each other span of each text, and whose they are."""

    base: slice
    left: slice
    right: slice
    of_left: bool
    of_right: bool


def _regions(base: bytes, left: bytes, right: bytes, trim: bool) -> Iterator[Clean | Clash]:
    base_lines, left_lines, right_lines = map(split_lines, (base, left, right))
    at = 0
    for group in groups(diff_lines(base, left), diff_lines(base, right)):
        yield Clean(b"".join(base_lines[at : group.base.start]))
        ours, theirs = left_lines[group.left], right_lines[group.right]
        if not group.of_right or ours == theirs:
            yield Clean(b"".join(ours))
        elif not group.of_left:
            yield Clean(b"".join(theirs))
        else:
            clash = (base_lines[group.base], ours, theirs, group.right.start + 1)
            yield from _trimmed(*clash) if trim else (_whole(*clash),)
        at = group.base.stop
    yield Clean(b"".join(base_lines[at:]))


def groups(left: Sequence[Hunk], right: Sequence[Hunk]) -> Iterator[Group]:
    """Hunks in order of base, put together as long as they touch."""
    tagged = sorted(
        [(hunk.start, hunk.end, 0, hunk) for hunk in left]
        + [(hunk.start, hunk.end, 1, hunk) for hunk in right]
    )
    at = 0
    shifts = [0, 0]  # by how much a side's line numbers are larger than base's
    while at < len(tagged):
        start, end = tagged[at][:2]
        starts = [start + shift for shift in shifts]
        sides = set[int]()
        while at < len(tagged) and tagged[at][0] <= end:
            _, hunk_end, side, hunk = tagged[at]
            end = max(end, hunk_end)
            shifts[side] += hunk.growth
            sides.add(side)
            at += 1
        ours, theirs = (
            slice(*span) for span in zip(starts, (end + s for s in shifts), strict=True)
        )
        yield Group(slice(start, end), ours, theirs, 0 in sides, 1 in sides)


def _whole(base: Lines, left: Lines, right: Lines, right_line: int) -> Clash:
    return Clash(b"".join(base), b"".join(left), b"".join(right), right_line)


def _trimmed(base: Lines, left: Lines, right: Lines, right_line: int) -> Iterator[Clean | Clash]:
    """The clash without the lines that both sides begin or end with.

    What base has of these lines goes too.  But a clash must stay one: if what is left of
    base were one of the sides, a later merge of the same three would find only one side
    changed, and decide what nobody decided.  Such a clash keeps all its lines.
    """
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    base_head = min(_common(base, left), head)
    base_tail = min(_common(base[base_head:][::-1], left[head:][::-1]), tail)
    middle = base[base_head : len(base) - base_tail]
    ours, theirs = left[head : len(left) - tail], right[head : len(right) - tail]
    unended = tail and middle and not middle[-1].endswith(b"\n")
    if middle in (ours, theirs) or unended:
        yield _whole(base, left, right, right_line)
        return
    yield Clean(b"".join(left[:head]))
    yield _whole(middle, ours, theirs, right_line + head)
    yield Clean(b"".join(left[len(left) - tail :]))


def _common(one: Lines, other: Lines) -> int:
    """How many lines the two have in common from the beginning."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
