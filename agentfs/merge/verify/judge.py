"""The door: what there is to find in a result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.accounts import Trouble
from agentfs.merge.verify.counts import miscounted
from agentfs.merge.verify.entries import entries_in_one_order
from agentfs.merge.verify.expected import suspects
from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.reordered import in_one_order
from agentfs.merge.verify.repeats import repeated
from agentfs.merge.verify.search import least
from agentfs.merge.verify.structure import structural
from agentfs.merge.verify.texts import SEPARATORS, line_number, lines_of
from agentfs.syntax.marks import marks_in, with_mark
from agentfs.syntax.profile import Profile

WIDEST: Final = 60
"""Characters of a text that a finding quotes."""
REASONS: Final = {
    (FindingKind.LOST, "left"): "left put in {}, the result does not have it",
    (FindingKind.LOST, "right"): "right put in {}, the result does not have it",
    (FindingKind.LOST, "both"): "no side deleted {}, the result does not have it",
    (FindingKind.RETURNED, "left"): "left deleted {}, the result has it",
    (FindingKind.RETURNED, "right"): "right deleted {}, the result has it",
    (FindingKind.RETURNED, "both"): "both sides deleted {}, the result has it",
    (FindingKind.INVENTED, "both"): "the result has {}, which neither side has there",
    (FindingKind.MISCOUNTED, "both"): "the result has {} more often than the sides ask",
    (FindingKind.MISCOUNTED, "once"): "both sides put in {}, each for its own, the result has one",
    (FindingKind.MISCOUNTED, "apart"): "both sides replaced {}, each with something else",
    (FindingKind.TORN, "both"): "the result has {} in pieces, or not where the sides have it",
}


def verify(
    base: bytes, left: bytes, right: bytes, result: bytes, language: Profile | None
) -> tuple[Finding, ...]:
    """Empty if the result, which has no conflict, can be accounted for.  Never fails over
    content.  Without a language only the words are looked at.  Raises GrammarMissing if the
    installation is broken."""
    if result in (left, right) and base in (left, right) and result != base:
        return ()
    found = list(_unaccounted(base, left, right, result))
    if found and _as_lines_ask(base, left, right, result):
        found = []
    if found and language is not None and _comes_out(base, left, right, result, language):
        found = []
    if found and language is not None and language.placeholders:
        texts = (_without(language.placeholders, each) for each in (base, left, right, result))
        found = found if list(_unaccounted(*texts)) else []
    if found and language is not None and language.marks:
        alike = _marked_alike((base, left, right, result), language)
        found = found if alike is None or list(_unaccounted(*alike)) else []
    if language is not None:
        found += structural(base, left, right, result, language)
    if not found:
        found += repeated((base, left, right), result)
    return tuple(found)


def _as_lines_ask(*texts: bytes) -> bool:
    """Whether no line of one side's edits touches one of the other's, blank ones counted and
    indentation too, and the result has just these edits."""
    base, left, right, result = (each.split(b"\n") for each in texts)
    return not suspects(base, left, right, result, patient=False)


def _comes_out(base: bytes, left: bytes, right: bytes, result: bytes, language: Profile) -> bool:
    """Whether all can be accounted for where a side gave a list another order, or both put one
    thing into it at two places."""
    if miscounted(*map(lines_of, (base, left, right, result))) - SEPARATORS:
        return False
    if language.lines is not None:
        ordered = entries_in_one_order((base, left, right, result), language.lines)
    else:
        ordered = in_one_order(base, left, right, result, language)
    return ordered is not None and not list(_unaccounted(*ordered))


def _without(placeholders: frozenset[bytes], text: bytes) -> bytes:
    """A text without the statements that stand where nothing else does; whether one has to be
    there is a question of syntax."""
    return b"\n".join(b"" if line.strip() in placeholders else line for line in text.split(b"\n"))


def _marked_alike(
    texts: tuple[bytes, bytes, bytes, bytes], language: Profile
) -> tuple[bytes, bytes, bytes, bytes] | None:
    """The texts with one mark in all of them, if each has but one, and the result has that of the
    side that chose another than base."""
    marks = [marks_in(text, language) for text in texts]
    kinds = [
        {text[start:end] for start, end in found} for text, found in zip(texts, marks, strict=True)
    ]
    base, left, right, result = kinds
    if any(len(each) != 1 for each in kinds) or base not in (left, right):
        return None
    mark = next(iter(right if left == base else left))
    if result != {mark}:
        return None
    one, two, three, four = (with_mark(*each, mark) for each in zip(texts, marks, strict=True))
    return one, two, three, four


def _unaccounted(base: bytes, left: bytes, right: bytes, result: bytes) -> Iterator[Finding]:
    judged = least(lines_of(base), lines_of(left), lines_of(right), result)
    if torn := _torn([each for found in judged for each in found]):
        yield _finding(FindingKind.TORN, "both", torn, result)
        return
    for found in judged:
        for kind, side in REASONS:
            words = [each for each in found if (each.kind, each.side) == (kind, side)]
            if words:
                yield _finding(kind, side, words, result)


def _torn(found: list[Trouble]) -> list[Trouble]:
    """What is in the result, if all that is amiss is that it is not where it should be."""
    extra = [each for each in found if each.kind is not FindingKind.LOST]
    lost = Counter(each.word for each in found if each.kind is FindingKind.LOST)
    return extra if lost == Counter(each.word for each in extra) else []


def _finding(kind: FindingKind, side: str, words: list[Trouble], result: bytes) -> Finding:
    """One for words of one kind in one region."""
    text = b" ".join(each.word for each in words[:WIDEST]).decode("utf-8", "replace")
    what = text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
    reason = REASONS[kind, side].format(f"`{what}`")
    return Finding(kind, what, line_number(result, words[0].line), reason)
