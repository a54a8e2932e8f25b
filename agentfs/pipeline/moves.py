"""Definitions that a save has put elsewhere in their file, though their text is the same.

Of those that both texts have, a longest row that kept its order is thought to have stayed,
and what is in no such row, or not in each, to have moved.  So of two that changed places
both have, unless their neighbours tell which.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from agentfs.syntax.symbols import Parsed


def moved_symbols(before: Parsed, after: Parsed) -> list[str]:
    """In the order of `after`."""
    place = {each.symbol: number for number, each in enumerate(before.definitions)}
    common = [each.symbol for each in after.definitions if each.symbol in place]
    order = [place[symbol] for symbol in common]
    if order == sorted(order):
        return []
    stayed = _in_every_longest_row(order)
    return [symbol for at, symbol in enumerate(common) if at not in stayed]


def _in_every_longest_row(order: Sequence[int]) -> set[int]:
    """Which places of `order` are in each of its longest ascending rows.

    A place is in one of them if the longest row up to it and the longest from it together
    are as long as any; in each, if no other such place is as far along.
    """
    up_to = _lengths(order)
    from_here = _lengths([-number for number in reversed(order)])[::-1]
    longest = max(up_to)
    in_some = [at for at in range(len(order)) if up_to[at] + from_here[at] == longest + 1]
    how_many = Counter(up_to[at] for at in in_some)
    return {at for at in in_some if how_many[up_to[at]] == 1}


def _lengths(order: Sequence[int]) -> list[int]:
    """For each place the length of the longest ascending row that ends there."""
    ends: list[int] = []
    found = []
    for number in order:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
        found.append(at + 1)
    return found
