"""What one side inserted beside something that the other seems to have changed into the same.

Left puts ``x = None`` behind ``c = c``, and right, which did away with that line, has ``x = None``
in its place.  Taken for a change of that line, the new one would be there twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from agentfs.merge.structured.matching.pairs import Matches
from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.keys import key_of

_Span = tuple[int, int]


def twins_of(
    lists: tuple[Sequence[Item], Sequence[Item], Sequence[Item]], mine: Matches, other: Matches
) -> frozenset[int]:
    """Places in the last list, that of `other`, of which what stands there was matched with
    something else of base and is what the side of `mine` inserted there."""
    base, my_items, other_items = lists
    known = {*mine.values()}
    inserted: dict[tuple[str, bytes], list[int]] = defaultdict(list)
    for at, item in enumerate(my_items):
        if at not in known and item.core.named and key_of(item) is None:
            inserted[item.look].append(at)
    if not inserted:
        return frozenset()
    spans = _Spans(mine, len(base))
    return frozenset(
        to
        for at, to in other.items()
        if base[at].text != other_items[to].text
        and (places := inserted.get(other_items[to].look))
        and not same(base[at], other_items[to])
        and any(_touch(spans.around(each), _free_around(at, other, len(base))) for each in places)
    )


class _Spans:
    """Between which things of base a place of a side is."""

    def __init__(self, matches: Matches, length: int) -> None:
        self.length = length
        self.pairs = sorted((to, at) for at, to in matches.items())

    def around(self, place: int) -> _Span:
        number = bisect_left(self.pairs, (place, -1))
        before = self.pairs[number - 1][1] if number else -1
        after = self.pairs[number][1] if number < len(self.pairs) else self.length
        return before, after


def _free_around(at: int, matches: Mapping[int, int], length: int) -> _Span:
    """From the first to the last of the things around one of base that have no match."""
    first = last = at
    while first > 0 and first - 1 not in matches:
        first -= 1
    while last + 1 < length and last + 1 not in matches:
        last += 1
    return first, last


def _touch(one: _Span, other: _Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def alone(places: frozenset[int], matches: Matches, length: int) -> frozenset[int]:
    """Those of some places without a match of which no neighbour is without one."""
    known = {*matches.values()}
    free = {place for place in range(length) if place not in known}
    return frozenset(each for each in places if not {each - 1, each + 1} & free)
