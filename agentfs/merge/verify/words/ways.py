"""The ways to match the words of two texts; see `accounts` for why there are several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final, NamedTuple

from agentfs.merge.verify.inputs.texts import Words, words_at
from agentfs.merge.verify.words.diffs import Gap, Run, gaps, joined, raised, runs

ALIKE: Final = 0.5
"""The least share of words that two lines have in common of which one became the other."""
LARGE: Final = 400
"""Pairs of lines of one gap; beyond, none of them are taken for alike."""

Match = Callable[[Words, Words], list[Run]]


class Matches:
    """What was matched in some texts; ways have matches in common, and each takes long."""

    def __init__(self) -> None:
        self._known: dict[tuple[Match, int, int], tuple[Words, Words, list[Run]]] = {}

    def of(self, match: Match, old: Words, new: Words) -> list[Run]:
        """Keeps the texts: what is known by its `id` must not make room for another."""
        key = match, id(old), id(new)
        if key not in self._known:
            self._known[key] = old, new, match(old, new)
        return self._known[key][2]


class Way(NamedTuple):
    """How to match base with either side, left with the result, and right with it; without the
    latter the result is taken as woven from the two edits (`weave`)."""

    edits: Match
    left: Match | None = None
    right: Match | None = None
    closed: bool = False
    """Whether one bracket closes what both sides put in behind the same word."""
    edits_right: Match | None = None
    """How to match base with right, if not as with left; no way if both deleted the same words,
    of which one deletion is then taken for two."""

    @property
    def both_edits(self) -> tuple[Match, Match]:
        return self.edits, self.edits_right or self.edits


def _by_lines(old: Words, new: Words) -> list[Run]:
    return _lines_first(old, new, patient=True)


def _by_most_lines(old: Words, new: Words) -> list[Run]:
    return _lines_first(old, new, patient=False)


def _upwards(old: Words, new: Words) -> list[Run]:
    """As `_by_lines`, but what is inserted or deleted stands as far up as it can."""
    return raised(_by_lines(old, new), old.words, new.words)


def _gone_upwards(old: Words, new: Words) -> list[Run]:
    """The same for what is deleted only."""
    return raised(_by_lines(old, new), old.words, new.words, insertions=False)


def _by_words(old: Words, new: Words) -> list[Run]:
    return runs(old.words, new.words, patient=False)


def _by_alike_lines(old: Words, new: Words) -> list[Run]:
    """Lines; where they differ, those that are most alike, and the words of these only."""
    found: list[Run] = []
    matched = runs(old.texts, new.texts)
    for gap in gaps(matched, len(old.texts), len(new.texts)):
        for line, to in _alike(old, new, gap):
            start, start_new = old.starts[line], new.starts[to]
            words, words_new = words_at(old, line), words_at(new, to)
            found += [
                Run(start + at, start_new + place, length)
                for at, place, length in runs(words, words_new)
            ]
    for run in matched:
        start, end = old.starts[run.old], old.starts[run.old + run.length]
        found.append(Run(start, new.starts[run.new], end - start))
    return joined(sorted(found))


def _alike(old: Words, new: Words, gap: Gap) -> list[tuple[int, int]]:
    """Pairs of lines of a gap, in order, of most likeness in sum."""
    rows, columns = range(gap.old, gap.old_end), range(gap.new, gap.new_end)
    if len(rows) * len(columns) > LARGE:
        return []
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(columns) + 1)]
    for line in rows:
        above, here = best[-1], [(0.0, list[tuple[int, int]]())]
        for number, to in enumerate(columns):
            likeness = _likeness(words_at(old, line), words_at(new, to))
            score, pairs = above[number]
            both = [(score + likeness, [*pairs, (line, to)])] if likeness else []
            here.append(max([*both, above[number + 1], here[number]], key=lambda each: each[0]))
        best.append(here)
    return best[-1][-1][1]


def _likeness(words: list[bytes], others: list[bytes]) -> float:
    """0 if they have too little in common.  What a line begins with tells most of what it is."""
    share = 2 * (Counter(words) & Counter(others)).total() / (len(words) + len(others))
    return share + (words[0] == others[0]) if share >= ALIKE else 0.0


def _lines_first(old: Words, new: Words, *, patient: bool) -> list[Run]:
    """Lines, then the words between matched lines."""
    found: list[Run] = []
    start = new_start = 0
    matched = runs(old.texts, new.texts, patient=patient)
    for run in (*matched, Run(len(old.texts), len(new.texts), 0)):
        end, new_end = old.starts[run.old], new.starts[run.new]
        found += [
            Run(start + at, new_start + to, length)
            for at, to, length in runs(old.words[start:end], new.words[new_start:new_end])
        ]
        start = old.starts[run.old + run.length]
        new_start = new.starts[run.new + run.length]
        found.append(Run(end, new_end, start - end))
    return joined([run for run in found if run.length])


WAYS: Final = (
    Way(_by_lines, _by_lines, _by_lines),
    Way(_by_lines),
    Way(_by_lines, _upwards, _by_lines),
    Way(_by_lines, _by_lines, _upwards),
    Way(_by_most_lines, _by_most_lines, _by_most_lines),
    Way(_by_words, _by_words, _by_words),
    Way(_upwards),
    Way(_by_words),
    Way(_by_lines, closed=True),
    # Of two neighbours that begin alike each side deleted one.
    Way(_gone_upwards, edits_right=_by_lines),
    Way(_by_lines, edits_right=_gone_upwards),
    Way(_by_alike_lines, _by_lines, _by_lines),
)
