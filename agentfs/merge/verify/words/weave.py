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

MOST_PLACES: Final = 300
"""Places in both sides, at one word of the result, that are followed up."""


class _Place(NamedTuple):
    """How many words of either side are used up."""

    left: int
    right: int


class _Step(NamedTuple):
    before: _Place
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
    start = _Place(0, 0)
    layers = [_spread({start: _Step(start, 0, False)}, left, right)]
    for at in range(len(result.words)):
        steps = _ahead(layers[-1], left, right, result, at)
        layers.append(_spread(steps, left, right))
        if not 0 < len(layers[-1]) <= MOST_PLACES:
            return None
    end = _Place(len(left.words.words), len(right.words.words))
    return _followed_back(layers, end) if end in layers[-1] else None


def _ahead(
    layer: dict[_Place, _Step], left: Strand, right: Strand, result: Words, at: int
) -> dict[_Place, _Step]:
    """Where one can be after one more word of the result."""
    steps: dict[_Place, _Step] = {}
    for place, step in layer.items():
        for there, cost in _taken(place, left, right, result.words[at]):
            found = steps.get(there)
            if found is None or step.cost + cost < found.cost:
                steps[there] = _Step(place, step.cost + cost, True)
    return steps


def _taken(place: _Place, left: Strand, right: Strand, word: bytes) -> Iterator[tuple[_Place, int]]:
    at, to = place
    ours, theirs = _is_next(left, at, word), _is_next(right, to, word)
    if ours and left.kin[at] < 0:
        yield _Place(at + 1, to), 0
    if theirs and right.kin[to] < 0:
        yield _Place(at, to + 1), 0
    if ours and theirs and (left.kin[at] == to or _same_line(place, left, right)):
        yield _Place(at + 1, to + 1), 0
    if word in SEPARATORS:
        yield place, 1


def _is_next(side: Strand, at: int, word: bytes) -> bool:
    return at < len(side.kin) and side.words.words[at] == word and not side.gone[at]


def _same_line(place: _Place, left: Strand, right: Strand) -> bool:
    """Whether both put in the line that is here."""
    if left.kin[place.left] >= 0 or right.kin[place.right] >= 0:
        return False
    ours, theirs = left.words.lines[place.left], right.words.lines[place.right]
    return left.words.texts[ours] == right.words.texts[theirs]


def _spread(layer: dict[_Place, _Step], left: Strand, right: Strand) -> dict[_Place, _Step]:
    """With what can be reached without a word of the result."""
    waiting = list(layer)
    while waiting:
        place = waiting.pop()
        cost = layer[place].cost
        for there, more in _skipped(place, left, right):
            if there not in layer or cost + more < layer[there].cost:
                layer[there] = _Step(place, cost + more, False)
                waiting.append(there)
    return layer


def _skipped(place: _Place, left: Strand, right: Strand) -> Iterator[tuple[_Place, int]]:
    at, to = place
    for side, index, there in ((left, at, _Place(at + 1, to)), (right, to, _Place(at, to + 1))):
        if index < len(side.kin):
            if side.gone[index]:
                yield there, 0
            elif side.kin[index] < 0 and side.words.words[index] in SEPARATORS:
                yield there, 1


def _followed_back(layers: list[dict[_Place, _Step]], end: _Place) -> tuple[list[int], list[int]]:
    made_left, made_right = [-1] * end.left, [-1] * end.right
    at, place = len(layers) - 1, end
    while at or place != _Place(0, 0):
        before, _, taken = layers[at][place]
        at -= taken
        if taken and before.left < place.left:
            made_left[before.left] = at
        if taken and before.right < place.right:
            made_right[before.right] = at
        place = before
    return made_left, made_right
