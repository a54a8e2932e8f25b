"""The door: what there is to find in a result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from agentfs.merge.verify.accounts import Trouble, troubles
from agentfs.merge.verify.expected import Lines, Region, spanned, suspects
from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.structure import structural
from agentfs.merge.verify.texts import line_number, lines_of, words_in
from agentfs.syntax.profile import Profile


def verify(
    base: bytes, left: bytes, right: bytes, result: bytes, language: Profile | None
) -> tuple[Finding, ...]:
    """Empty if the result, which has no conflict, can be accounted for.  Never fails over
    content.  Without a language only the words are looked at."""
    if result in (left, right) and base in (left, right) and result != base:
        return ()
    found = list(_unaccounted(base, left, right, result))
    if language is not None:
        found += structural(base, left, right, result, language)
    return tuple(found)


def _unaccounted(base: bytes, left: bytes, right: bytes, result: bytes) -> Iterator[Finding]:
    texts = (lines_of(base), lines_of(left), lines_of(right), lines_of(result))
    judged = _least(*texts)
    for found in judged:
        for kind in FindingKind:
            words = [each for each in found if each.kind is kind]
            if words:
                yield _finding(words, result)


def _least(base: Lines, left: Lines, right: Lines, result: Lines) -> list[list[Trouble]]:
    """By region, the least that there is to find: whoever merged may have matched lines that
    are there several times in another way."""
    least: list[list[Trouble]] = []
    for patient in (True, False):
        regions = suspects(base, left, right, result, patient=patient)
        ways = [regions]
        if len(regions) > 1:
            ways.append([spanned(regions[0], regions[-1])])
        for way in ways:
            each = (_judged(region, base, left, right, result) for region in way)
            judged = [found for found in each if found]
            if not judged:
                return []
            if not least or sum(map(len, judged)) < sum(map(len, least)):
                least = judged
    return least


def _judged(
    region: Region, base: Lines, left: Lines, right: Lines, result: Lines
) -> list[Trouble]:
    found = troubles(
        words_in(base[slice(*region.base)]),
        words_in(left[slice(*region.left)]),
        words_in(right[slice(*region.right)]),
        words_in(result[slice(*region.result)]),
    )
    return [replace(each, line=each.line + region.result[0]) for each in found]


_REASONS = {
    (FindingKind.LOST, "left"): "left put in {}, the result does not have it",
    (FindingKind.LOST, "right"): "right put in {}, the result does not have it",
    (FindingKind.LOST, "both"): "no side deleted {}, the result does not have it",
    (FindingKind.RETURNED, "left"): "left deleted {}, the result has it",
    (FindingKind.RETURNED, "right"): "right deleted {}, the result has it",
    (FindingKind.RETURNED, "both"): "the result has {} where neither side has it",
    (FindingKind.MISCOUNTED, "both"): "the result has {} more often than the sides ask",
    (FindingKind.INVENTED, "both"): "the result has {} where neither side has it",
}


def _finding(words: list[Trouble], result: bytes) -> Finding:
    """One for words of one kind in one region."""
    first = words[0]
    what = b" ".join(dict.fromkeys(each.word for each in words)).decode("utf-8", "replace")
    short = what if len(what) <= 60 else what[:57] + "…"
    reason = _REASONS[first.kind, first.side].format(f"`{short}`")
    return Finding(first.kind, short, line_number(result, first.line), reason)
