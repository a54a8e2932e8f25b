"""The door: what there is to find in a result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from agentfs.merge.verify.accounts import Trouble, troubles
from agentfs.merge.verify.expected import Region, spanned, suspects
from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.moves import carried
from agentfs.merge.verify.structure import structural
from agentfs.merge.verify.texts import Lines, line_number, lines_of
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
    judged = _fewest(_settings(*texts[:3]), texts[3])
    for found in judged:
        for kind in FindingKind:
            words = [each for each in found if each.kind is kind]
            if words:
                yield _finding(words, result)


def _fewest(settings: Iterator[tuple[Lines, Lines, Lines]], result: Lines) -> list[list[Trouble]]:
    least: list[list[Trouble]] = []
    for setting in settings:
        judged = _least(*setting, result)
        if not judged:
            return []
        if not least or sum(map(len, judged)) < sum(map(len, least)):
            least = judged
    return least


def _settings(base: Lines, left: Lines, right: Lines) -> Iterator[tuple[Lines, Lines, Lines]]:
    """The inputs as they are, and with what sides moved where it was moved to."""
    yield base, left, right
    if there := carried(base, left, right):
        base, right = there
        yield base, left, right
    if there := carried(base, right, left):
        base, left = there
        yield base, left, right


def _least(base: Lines, left: Lines, right: Lines, result: Lines) -> list[list[Trouble]]:
    """By region, the least that there is to find: whoever merged may have matched lines that
    are there several times in another way."""
    least: list[list[Trouble]] = []
    known: dict[Region, list[Trouble]] = {}
    for margin, patient in ((False, True), (False, False), (True, True), (True, False)):
        regions = suspects(base, left, right, result, patient=patient, margin=margin)
        ways = [regions]
        if len(regions) > 1:
            ways.append([spanned(regions[0], regions[-1])])
        for way in ways:
            for region in way:
                if region not in known:
                    known[region] = _judged(region, base, left, right, result)
            judged = [known[region] for region in way if known[region]]
            if not judged:
                return []
            if not least or sum(map(len, judged)) < sum(map(len, least)):
                least = judged
    return least


def _judged(region: Region, base: Lines, left: Lines, right: Lines, result: Lines) -> list[Trouble]:
    found = troubles(
        base[slice(*region.base)],
        left[slice(*region.left)],
        right[slice(*region.right)],
        result[slice(*region.result)],
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
    (
        FindingKind.MISCOUNTED,
        "once",
    ): "both sides put in {}, for different things, the result has it once",
    (FindingKind.INVENTED, "both"): "the result has {} where neither side has it",
}


def _finding(words: list[Trouble], result: bytes) -> Finding:
    """One for words of one kind in one region."""
    first = words[0]
    what = b" ".join(dict.fromkeys(each.word for each in words)).decode("utf-8", "replace")
    short = what if len(what) <= 60 else what[:57] + "…"
    reason = _REASONS[first.kind, first.side].format(f"`{short}`")
    return Finding(first.kind, short, line_number(result, first.line), reason)
