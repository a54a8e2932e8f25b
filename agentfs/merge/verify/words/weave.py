"""The words of a result, taken from the two sides in turn.

Given what either side did to base, a result is woven from both: words that both have are there
once, those that one side put in stand between them, in its order; at one spot those of the two
sides in any order.  So for a given pair of edits this tells whether a result can be made at all,
where two separate diffs against the result may disagree about words that are there often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from agentfs.merge.verify.inputs.texts import SEPARATORS, Words

MOST_STATES: Final = 300
"""Ways in which both sides may be used up at one word of the result, that are followed up."""


class _Reached(NamedTuple):
    """How many words of either side are used up."""

    left: int
    right: int


class _Step(NamedTuple):
    before: _Reached
    cost: int
    """Separators, up to here, that are there for nothing or are not there."""
    taken: bool
    """Whether it takes a word of the result; else it skips one of a side."""


@dataclass(frozen=True, slots=True)
class Strand:
    """What one side gives to be woven."""

    words: Words
    kin: Sequence[int]
    """For each word the same of the other side, or -1."""
    gone: Sequence[bool]
    """Whether the other side deleted it."""


def woven(left: Strand, right: Strand, result: Words) -> tuple[list[int], list[int]] | None:
    """For each word of the sides where it is in the result, or -1; None if it is not woven from
    them."""
    start = _Reached(0, 0)
    layers = [_spread({start: _Step(start, 0, False)}, left, right)]
    for at in range(len(result.words)):
        steps = _ahead(layers[-1], left, right, result, at)
        layers.append(_spread(steps, left, right))
        if not 0 < len(layers[-1]) <= MOST_STATES:
            return None
    end = _Reached(len(left.words.words), len(right.words.words))
    return _followed_back(layers, end) if end in layers[-1] else None


def _ahead(
    layer: dict[_Reached, _Step], left: Strand, right: Strand, result: Words, at: int
) -> dict[_Reached, _Step]:
    """Where one can be after one more word of the result."""
    steps: dict[_Reached, _Step] = {}
    for reached, step in layer.items():
        for there, cost in _taken(reached, left, right, result.words[at]):
            found = steps.get(there)
            if found is None or step.cost + cost < found.cost:
                steps[there] = _Step(reached, step.cost + cost, True)
    return steps


def _taken(
    reached: _Reached, left: Strand, right: Strand, word: bytes
) -> Iterator[tuple[_Reached, int]]:
    at, to = reached
    ours, theirs = _is_next(left, at, word), _is_next(right, to, word)
    if ours and left.kin[at] < 0:
        yield _Reached(at + 1, to), 0
    if theirs and right.kin[to] < 0:
        yield _Reached(at, to + 1), 0
    if ours and theirs and (left.kin[at] == to or _same_line(reached, left, right)):
        yield _Reached(at + 1, to + 1), 0
    if word in SEPARATORS:
        yield reached, 1


def _is_next(side: Strand, at: int, word: bytes) -> bool:
    return at < len(side.kin) and side.words.words[at] == word and not side.gone[at]


def _same_line(reached: _Reached, left: Strand, right: Strand) -> bool:
    """Whether both put in the line that is here."""
    if left.kin[reached.left] >= 0 or right.kin[reached.right] >= 0:
        return False
    ours, theirs = left.words.lines[reached.left], right.words.lines[reached.right]
    return left.words.texts[ours] == right.words.texts[theirs]


def _spread(layer: dict[_Reached, _Step], left: Strand, right: Strand) -> dict[_Reached, _Step]:
    """With what can be reached without a word of the result."""
    waiting = list(layer)
    while waiting:
        reached = waiting.pop()
        cost = layer[reached].cost
        for there, more in _skipped(reached, left, right):
            if there not in layer or cost + more < layer[there].cost:
                layer[there] = _Step(reached, cost + more, False)
                waiting.append(there)
    return layer


def _skipped(reached: _Reached, left: Strand, right: Strand) -> Iterator[tuple[_Reached, int]]:
    at, to = reached
    for side, index, there in ((left, at, _Reached(at + 1, to)), (right, to, _Reached(at, to + 1))):
        if index < len(side.kin):
            if side.gone[index]:
                yield there, 0
            elif side.kin[index] < 0 and side.words.words[index] in SEPARATORS:
                yield there, 1


def _followed_back(
    layers: list[dict[_Reached, _Step]], end: _Reached
) -> tuple[list[int], list[int]]:
    made_left, made_right = [-1] * end.left, [-1] * end.right
    at, reached = len(layers) - 1, end
    while at or reached != _Reached(0, 0):
        before, _, taken = layers[at][reached]
        at -= taken
        if taken and before.left < reached.left:
            made_left[before.left] = at
        if taken and before.right < reached.right:
            made_right[before.right] = at
        reached = before
    return made_left, made_right
