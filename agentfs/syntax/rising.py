"""The longest part of a sequence that is in order: what of it has kept its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_Weight = tuple[int, int]
_NONE: Final = (0, 0)


def rising(places: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """The indices, in order, of the longest run of `places` that rises; of several such runs
    one of the greatest size in sum, always the same.  No place may be there twice.

    O(n·log n): a run's weight is looked up in a tree of prefix maxima (Fenwick, "A new data
    structure for cumulative frequency tables", 1994).
    """
    ranks = {place: rank for rank, place in enumerate(sorted(places), start=1)}
    best: list[tuple[_Weight, int]] = [(_NONE, -1)] * (len(ranks) + 1)
    before: list[int] = []
    last, most = -1, _NONE
    for index, (place, size) in enumerate(zip(places, sizes, strict=True)):
        (length, sum_so_far), previous = _below(best, ranks[place])
        before.append(previous)
        weight = (length + 1, sum_so_far + size)
        _raise(best, ranks[place], weight, index)
        if weight > most:
            last, most = index, weight
    run: list[int] = []
    while last >= 0:
        run.append(last)
        last = before[last]
    return run[::-1]


def _below(best: list[tuple[_Weight, int]], rank: int) -> tuple[_Weight, int]:
    """The greatest weight of a run that ends at a lower rank, and where."""
    found = (_NONE, -1)
    rank -= 1
    while rank:
        found = max(found, best[rank])
        rank &= rank - 1
    return found


def _raise(best: list[tuple[_Weight, int]], rank: int, weight: _Weight, index: int) -> None:
    while rank < len(best):
        best[rank] = max(best[rank], (weight, index))
        rank += rank & -rank
