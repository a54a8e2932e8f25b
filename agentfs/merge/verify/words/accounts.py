"""A region of a result accounted for, word by word.

Every word of the result comes from base or from a side, by way of a diff; every word of a side
goes into the result, unless the other side deleted it; and a word that both sides have, because
both kept it or put it in with the same edit, goes to one place.  A diff may be unlucky with
words that are there often, so there are several ways to match, and one that leaves nothing over
is enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from agentfs.merge.verify.findings import FindingKind
from agentfs.merge.verify.inputs.texts import SEPARATORS, Lines, Words, is_import, words_in
from agentfs.merge.verify.words.diffs import Run, gaps, partners
from agentfs.merge.verify.words.ways import WAYS, Matches, Way
from agentfs.merge.verify.words.weave import Strand, woven

CLOSING: Final = frozenset({b")", b"]", b"}", b">"})
COMMENTS: Final = (b"//", b"/*", b"#", b"--")
"""What a comment may begin with."""
ATTACHED: Final = re.compile(rb"@\w|#!?\[|\[[A-Z]\w*[(\]]")
"""A line that says something about the next one: a decorator, an annotation, an attribute."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A word that is not accounted for."""

    kind: FindingKind
    word: bytes
    line: int
    """Of the region's part of the result; of what is lost, where it would stand."""
    side: str
    """Whose edit was not followed: ``left``, ``right``, ``both``; or ``once``, where both put
    something in and it went in once, and ``apart``, where they replaced the same words."""
    loose: bool = False
    """A separator that comes and goes with what is next to it."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of a side by their indexes, and where each has its like; -1 is nowhere."""

    name: str
    other: str
    words: list[bytes]
    of_base: list[int]
    made: list[int]
    """In the result."""
    kin: list[int]
    """The same word of the other side: kept by both, or put in by the same edit of both."""
    gone: list[bool]
    """Whether it is of base, and the other side deleted it."""
    of_result: list[int]
    """For each word of the result the word of this side."""


class _Texts(NamedTuple):
    base: Words
    left: Words
    right: Words
    result: Words
    matches: Matches


def troubles(
    base: Lines,
    left: Lines,
    right: Lines,
    result: Lines,
    depths: Sequence[int],
    *,
    thorough: bool = True,
) -> list[Trouble]:
    """Of the way to match that leaves fewest; if not `thorough`, of the first one.  `depths`
    is how far the lines of the result are indented."""
    fewest: list[Trouble] | None = None
    for imports_whole in (False, True):
        if imports_whole and not any(map(is_import, result)):
            break
        in_words = [
            words_in(each, imports_whole=imports_whole) for each in (base, left, right, result)
        ]
        texts = _Texts(in_words[0], in_words[1], in_words[2], in_words[3], Matches())
        for way in WAYS if thorough else WAYS[:1]:
            found = _troubles(texts, depths, way)
            if found is None:
                continue
            if not found:
                return []
            if fewest is None or len(found) < len(fewest):
                fewest = found
    return fewest or []


def _troubles(texts: _Texts, depths: Sequence[int], way: Way) -> list[Trouble] | None:
    """None if this is no way for these texts."""
    base, result = texts.base, texts.result
    sides = _sides(texts, way)
    if sides is None:
        return None
    ours, theirs = sides
    found = [
        *_unwanted(result, ours, theirs, frozenset(base.words)),
        *_lost(ours, texts.left, result),
        *_lost(theirs, texts.right, result),
        *_shared(texts, depths, ours, theirs),
        *_replaced_twice(texts, way),
    ]
    found = _but_reordered(found, result)
    if not (_edited(ours, base) and _edited(theirs, base)):
        return found
    # Whether a list's last entry has a separator behind it changes with what comes after it.
    return [each for each in found if not each.loose]


def _but_reordered(found: list[Trouble], result: Words) -> list[Trouble]:
    """Without whole imports that stand among other imports, but elsewhere than expected."""
    lost = Counter(each.word for each in found if each.kind is FindingKind.LOST)
    extra = [each for each in found if each.kind is not FindingKind.LOST]
    lines = {each.line for each in extra}
    more = Counter(each.word for each in extra if _among_imports(result.texts, each.line, lines))
    spare = {True: lost & more, False: lost & more}
    left: list[Trouble] = []
    for each in found:
        pool = spare[each.kind is FindingKind.LOST]
        if is_import(each.word) and pool[each.word] > 0:
            pool[each.word] -= 1
        else:
            left.append(each)
    return left


def _among_imports(lines: Lines, at: int, strangers: set[int]) -> bool:
    """Whether it is next to an import that is where it should be."""
    return any(
        0 <= line < len(lines) and line not in strangers and is_import(lines[line])
        for line in (at - 1, at + 1)
    )


def _shared(texts: _Texts, depths: Sequence[int], ours: _Side, theirs: _Side) -> Iterator[Trouble]:
    """Lines that went in once for both sides, but belong to two things: decorators, and what is
    inside a block that only one side put in."""
    result = texts.result
    for line, text in enumerate(result.texts):
        at = result.starts[line]
        left, right = ours.of_result[at], theirs.of_result[at]
        if left < 0 or right < 0 or ours.of_base[left] >= 0 or theirs.of_base[right] >= 0:
            continue
        if ours.kin[left] >= 0:
            continue
        lone = ATTACHED.match(text) and (
            _line_after(texts.left, left) != _line_after(texts.right, right)
        )
        opener = next((up for up in range(line, -1, -1) if depths[up] < depths[line]), None)
        if opener is not None and not lone:
            head = result.starts[opener]
            lone = ours.of_result[head] < 0 or theirs.of_result[head] < 0
        if lone:
            yield Trouble(FindingKind.MISCOUNTED, text, line, "once")


def _replaced_twice(texts: _Texts, way: Way) -> Iterator[Trouble]:
    """Words that both sides replaced, each with others."""
    base, left, right = texts.base.words, texts.left.words, texts.right.words
    of_left, of_right = way.both_edits
    theirs = list(gaps(texts.matches.of(of_right, texts.base, texts.right), len(base), len(right)))
    at = 0
    for gap in gaps(texts.matches.of(of_left, texts.base, texts.left), len(base), len(left)):
        while at < len(theirs) and theirs[at].old_end <= gap.old:
            at += 1
        if at == len(theirs) or theirs[at].old >= gap.old_end:
            continue
        one = Counter(left[gap.new : gap.new_end])
        other = Counter(right[theirs[at].new : theirs[at].new_end])
        if one - other and other - one:
            word = base[max(gap.old, theirs[at].old)]
            yield Trouble(FindingKind.MISCOUNTED, word, 0, "apart")


def _line_after(words: Words, at: int) -> bytes:
    line = words.lines[at] + 1
    return words.texts[line] if line < len(words.texts) else b""


def _edited(side: _Side, base: Words) -> bool:
    return side.words != base.words


def _unwanted(
    result: Words, ours: _Side, theirs: _Side, known: frozenset[bytes]
) -> Iterator[Trouble]:
    """What the result has and should not, or not as often."""
    for at, word in enumerate(result.words):
        left, right = ours.of_result[at], theirs.of_result[at]
        if left >= 0 and right >= 0:
            continue
        line = result.lines[at]
        if left < 0 and right < 0:
            kind = _stray(word, ours, theirs, known)
            loose = _loose(result, at) or _between(ours, theirs, at)
            yield Trouble(kind, word, line, "both", loose and word in SEPARATORS)
            continue
        side, index = (ours, left) if right < 0 else (theirs, right)
        if side.gone[index]:
            yield Trouble(FindingKind.RETURNED, word, line, side.other, _loose(result, at))
        elif side.kin[index] >= 0:
            yield Trouble(FindingKind.MISCOUNTED, word, line, "both", _loose(result, at))


def _stray(word: bytes, ours: _Side, theirs: _Side, known: frozenset[bytes]) -> FindingKind:
    """What a word is that comes from neither side."""
    if word in ours.words or word in theirs.words:
        return FindingKind.MISCOUNTED
    return FindingKind.RETURNED if word in known else FindingKind.INVENTED


def _loose(words: Words, at: int) -> bool:
    """Whether this is a separator behind which nothing follows in its list, or on its line but a
    comment."""
    if words.words[at] not in SEPARATORS:
        return False
    end = words.starts[words.lines[at] + 1]
    after = b"".join(words.words[at + 1 : min(at + 3, end)])
    return not after or after.startswith(COMMENTS) or words.words[at + 1] in CLOSING


def _last_now(side: _Side, at: int, result: Words) -> bool:
    """Whether what followed this word went, up to the end of its list."""
    after = next((made for made in side.made[at + 1 :] if made >= 0), -1)
    return after >= 0 and result.words[after] in CLOSING


def _between(ours: _Side, theirs: _Side, at: int) -> bool:
    """Whether what is before this word is one side's and what is after it the other's."""
    if not 0 < at < len(ours.of_result) - 1:
        return False
    before = ours.of_result[at - 1] >= 0, theirs.of_result[at - 1] >= 0
    after = ours.of_result[at + 1] >= 0, theirs.of_result[at + 1] >= 0
    return {before, after} == {(True, False), (False, True)}


def _lost(side: _Side, texts: Words, result: Words) -> Iterator[Trouble]:
    line = 0
    for at, word in enumerate(side.words):
        if side.made[at] >= 0:
            line = result.lines[side.made[at]]
        elif not side.gone[at]:
            kept = side.of_base[at] >= 0
            owner = "both" if kept else side.name
            loose = _loose(texts, at) or (word in SEPARATORS and _last_now(side, at, result))
            yield Trouble(FindingKind.LOST, word, line, owner, loose)


def _sides(texts: _Texts, way: Way) -> tuple[_Side, _Side] | None:
    base, left, right, result, matches = texts
    if way.closed and CLOSING.isdisjoint(left.words):
        return None
    if way.edits_right is not None and _deleted(texts, way, 0) & _deleted(texts, way, 1):
        return None
    edits_left, edits_right = (
        matches.of(match, base, side)
        for match, side in zip(way.both_edits, (left, right), strict=True)
    )
    in_left = partners(edits_left, len(base.words))
    in_right = partners(edits_right, len(base.words))
    of_left, of_right = _inverse(in_left, len(left.words)), _inverse(in_right, len(right.words))
    kin = _kin(of_left, in_right)
    edits = (edits_left, edits_right)
    for start, other, length in _same_edits(*edits, base, left, right, closed=way.closed):
        kin[start : start + length] = range(other, other + length)
    ours = Strand(left, kin, [origin >= 0 and in_right[origin] < 0 for origin in of_left])
    theirs = Strand(
        right,
        _inverse(kin, len(right.words)),
        [origin >= 0 and in_left[origin] < 0 for origin in of_right],
    )
    made = _made(ours, theirs, texts, way)
    if made is None:
        return None
    return (
        _side("left", "right", ours, of_left, made[0], len(result.words)),
        _side("right", "left", theirs, of_right, made[1], len(result.words)),
    )


def _deleted(texts: _Texts, way: Way, side: int) -> set[tuple[bytes, ...]]:
    """What a side took away in one piece and without putting something there."""
    base, words = texts.base, (texts.left, texts.right)[side]
    found = texts.matches.of(way.both_edits[side], base, words)
    return {
        tuple(base.words[gap.old : gap.old_end])
        for gap in gaps(found, len(base.words), len(words.words))
        if gap.new == gap.new_end
    }


def _made(
    ours: Strand, theirs: Strand, texts: _Texts, way: Way
) -> tuple[list[int], list[int]] | None:
    _, left, right, result, matches = texts
    if way.left is None or way.right is None:
        return woven(ours, theirs, result)
    return (
        partners(matches.of(way.left, left, result), len(left.words)),
        partners(matches.of(way.right, right, result), len(right.words)),
    )


def _side(
    name: str, other: str, side: Strand, of_base: list[int], made: list[int], total: int
) -> _Side:
    return _Side(
        *(name, other, side.words.words, of_base, made, list(side.kin), list(side.gone)),
        _inverse(made, total),
    )


def _kin(of_base: Sequence[int], in_other: Sequence[int]) -> list[int]:
    return [in_other[origin] if origin >= 0 else -1 for origin in of_base]


def _same_edits(
    of_left: list[Run],
    of_right: list[Run],
    base: Words,
    left: Words,
    right: Words,
    *,
    closed: bool,
) -> Iterator[Run]:
    """Words that both sides put into the same place of base, and for the same words of it.
    `closed`: and the bracket at the end of what they put in behind the same word."""
    theirs = {
        (gap.old, gap.old_end): gap for gap in gaps(of_right, len(base.words), len(right.words))
    }
    for gap in gaps(of_left, len(base.words), len(left.words)):
        other = theirs.get((gap.old, gap.old_end))
        if not other:
            continue
        mine, its = left.words[gap.new : gap.new_end], right.words[other.new : other.new_end]
        if mine == its:
            yield Run(gap.new, other.new, len(mine))
        elif closed and gap.old == gap.old_end and mine[-1] == its[-1] in CLOSING:
            yield Run(gap.new_end - 1, other.new_end - 1, 1)


def _inverse(partner: Sequence[int], length: int) -> list[int]:
    inverse = [-1] * length
    for at, other in enumerate(partner):
        if other >= 0:
            inverse[other] = at
    return inverse
