"""The longest run of pairs of places that rises in both: what of two lists is in one order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises in both places (patience sorting)."""
    # Of pairs that share a place no two may be in one run.
    pairs = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    tops: list[int] = []
    top_of: list[int] = []
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        pile = bisect_left(tops, to)
        before.append(top_of[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [to]
        top_of[pile : pile + 1] = [number]
    run: list[tuple[int, int]] = []
    at = top_of[-1] if top_of else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def is_part(some: Sequence[Hashable], whole: Sequence[Hashable]) -> bool:
    """Whether `some` is `whole` with things left out."""
    rest = iter(whole)
    return all(thing in rest for thing in some)
