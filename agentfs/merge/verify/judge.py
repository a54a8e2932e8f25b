"""The door: what there is to find in a result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.texts import SEPARATORS, line_number, lines_of
from agentfs.merge.verify.rearranged.forms import in_plain_lines
from agentfs.merge.verify.rearranged.reordered import in_one_order
from agentfs.merge.verify.rearranged.transferred import without_transferred
from agentfs.merge.verify.statements.entries import entries_in_one_order
from agentfs.merge.verify.structure import structural
from agentfs.merge.verify.words.accounts import Trouble
from agentfs.merge.verify.words.counts import miscounted
from agentfs.merge.verify.words.expected import suspects
from agentfs.merge.verify.words.repeats import repeated
from agentfs.merge.verify.words.search import least
from agentfs.syntax.grammars import nodes_of
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
    if language is not None:
        judged = Judged((base, left, right), result, language)
        if found and any(each(judged) for each in _OTHERWISE):
            found = []
        found += structural(judged)
    return tuple(found or repeated((base, left, right), result))


def _as_lines_ask(*texts: bytes) -> bool:
    """Whether no line of one side's edits touches one of the other's, blank ones counted and
    indentation too, and the result has just these edits."""
    base, left, right, result = (each.split(b"\n") for each in texts)
    return not suspects(base, left, right, result, patient=False)


def _comes_out(judged: Judged) -> bool:
    """Whether all can be accounted for where a side gave a list another order or moved an entry to
    another list, or both put one thing into a list at two places, or where one wrote a list in
    another form."""
    plain = in_plain_lines(judged)
    if plain is not None and not list(_unaccounted(*plain)):
        return True
    if miscounted(*map(lines_of, judged.texts)) - SEPARATORS:
        return False
    if judged.profile.lines is not None:
        ordered = entries_in_one_order(judged.texts, judged.profile.lines)
    else:
        rest = without_transferred(judged)
        if rest is not None and not list(_unaccounted(*rest)):
            return True
        ordered = in_one_order(judged)
    return ordered is not None and not list(_unaccounted(*ordered))


def _comes_out_without_placeholders(judged: Judged) -> bool:
    """Whether one has to be there is a question of syntax."""
    placeholders = judged.profile.placeholders
    texts = (_without(placeholders, each) for each in judged.texts)
    return bool(placeholders) and not list(_unaccounted(*texts))


def _without(placeholders: frozenset[bytes], text: bytes) -> bytes:
    """A text without the statements that stand where nothing else does."""
    return b"\n".join(b"" if line.strip() in placeholders else line for line in text.split(b"\n"))


def _comes_out_with_one_mark(judged: Judged) -> bool:
    """Whether it does if all texts have the mark of the side that chose another than base, if each
    has but one, and the result has that one."""
    texts, profile = judged.texts, judged.profile
    if not profile.marks:
        return False
    stated = (*judged.known, judged.stated)
    marks = [marks_in(each.tree, each.text, profile) for each in stated]
    base, left, right, result = (
        {text[start:end] for start, end in found} for text, found in zip(texts, marks, strict=True)
    )
    if any(len(each) != 1 for each in (base, left, right, result)) or base not in (left, right):
        return False
    (mark,) = right if left == base else left
    alike = (with_mark(*each, mark) for each in zip(texts, marks, strict=True))
    return result == {mark} and not list(_unaccounted(*alike))


def _comes_out_without_separators(judged: Judged) -> bool:
    """Whether it does without the commas of lists in which the end of a line is as good."""
    between = dict.fromkeys(judged.profile.of_lines, ",")
    if not between:
        return False
    kinds = frozenset(between)
    texts = []
    for each in (*judged.known, judged.stated):
        text = bytearray(each.text)
        for node in nodes_of(each.tree, kinds):
            for token in node.children:
                if token.type == between[node.type]:
                    text[token.start_byte : token.end_byte] = b" " * len(token.type)
        texts.append(bytes(text))
    base, left, right, result = texts
    return not list(_unaccounted(base, left, right, result))


_OTHERWISE: Final = (
    *(_comes_out, _comes_out_without_placeholders, _comes_out_with_one_mark),
    _comes_out_without_separators,
)
"""Ways to see a result that cannot be accounted for as it stands."""


def _unaccounted(base: bytes, left: bytes, right: bytes, result: bytes) -> Iterator[Finding]:
    troubles = least(lines_of(base), lines_of(left), lines_of(right), result)
    if torn := _torn([each for found in troubles for each in found]):
        yield _finding(FindingKind.TORN, "both", torn, result)
        return
    for found in troubles:
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
