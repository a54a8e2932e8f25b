"""Which item of one list is which of another.

Surest first: the same text at both ends of the lists, then the same key wherever it is, then
the same tree if it is there once, in the same order (patience diff, Bram Cohen), then what is
alike between those (after GumTree: Falleri et al., "Fine-grained and accurate source code
differencing", 2014).  What is not matched was deleted, or inserted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from agentfs.merge.structured.matching.increasing import increasing
from agentfs.merge.structured.matching.likeness import likeness_of
from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.keys import (
    OVERLOAD,
    group_of,
    key_of,
    kind_of,
)
from agentfs.merge.structured.trees.tree import SEPARATOR

LARGE: Final = 4_000
"""Pairs of two runs; beyond, runs are compared from their ends only."""

_NAME: Final = re.compile(rb"\w+")

Matches = dict[int, int]
"""From places in one list to places in the other; each place at most once."""


class _Limits(NamedTuple):
    """As said of `match`."""

    renames: bool
    apart: frozenset[int]


def match(
    one: Sequence[Item],
    other: Sequence[Item],
    *,
    renames: bool = True,
    apart: frozenset[int] = frozenset(),
) -> Matches:
    """`renames`: whether things whose keys differ may be one.  `apart`: places of `other` that
    match nothing but what is the same."""
    found: Matches = {}
    head, tail = _equal_ends(one, other)
    found.update((at, at) for at in range(head))
    found.update((len(one) - at, len(other) - at) for at in range(1, tail + 1))
    firsts = list(range(head, len(one) - tail))
    seconds = list(range(head, len(other) - tail))
    if not firsts or not seconds:
        return found
    inner = _by_key(one, other, firsts, seconds)
    inner = _in_order(one, other, firsts, seconds, inner, _Limits(renames, apart))
    found.update(inner)
    return found


def _equal_ends(one: Sequence[Item], other: Sequence[Item]) -> tuple[int, int]:
    most = min(len(one), len(other))
    head = 0
    while head < most and _are_equal(one[head], other[head]):
        head += 1
    tail = 0
    while tail < most - head and _are_equal(one[-tail - 1], other[-tail - 1]):
        tail += 1
    return head, tail


def _are_equal(one: Item, other: Item) -> bool:
    return one.text == other.text and one.core.type == other.core.type


def _by_key(
    one: Sequence[Item], other: Sequence[Item], firsts: Sequence[int], seconds: Sequence[int]
) -> Matches:
    """Items of the same key and kind: the first with the first, if there are several."""
    found = _by_name(one, other, firsts, seconds, whole=True)
    taken = {*found.values()}
    rest = [at for at in firsts if at not in found]
    rest_other = [at for at in seconds if at not in taken]
    # What tells overloads apart may have changed too.
    return found | _by_name(one, other, rest, rest_other, whole=False)


def _by_name(
    one: Sequence[Item],
    other: Sequence[Item],
    firsts: Sequence[int],
    seconds: Sequence[int],
    *,
    whole: bool,
) -> Matches:
    mine, theirs = _places(one, firsts, whole), _places(other, seconds, whole)
    found: Matches = {}
    for key, places in mine.items():
        others = theirs.get(key, ())
        if len(places) == len(others) == 1:
            found[places[0]] = others[0]
        elif others and whole:
            found.update(_pair_up(one, other, places, others))
    return found


def _places(
    items: Sequence[Item], places: Sequence[int], whole: bool
) -> Mapping[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at in places:
        key = key_of(items[at])
        if key is not None and not whole:
            key = key.split(OVERLOAD)[0]
        if key is not None:
            found[key, kind_of(items[at].core)].append(at)
    return found


def _pair_up(
    one: Sequence[Item], other: Sequence[Item], places: Sequence[int], others: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Several of one name: equal ones, then the rest in order if as many are left."""
    left = list(others)
    rest: list[int] = []
    for at in places:
        equal = next((to for to in left if same(one[at], other[to])), None)
        if equal is None:
            rest.append(at)
        else:
            left.remove(equal)
            yield at, equal
    if len(rest) == len(left):
        yield from zip(rest, left, strict=True)


def _in_order(
    one: Sequence[Item],
    other: Sequence[Item],
    firsts: Sequence[int],
    seconds: Sequence[int],
    keyed: Matches,
    limits: _Limits,
) -> Matches:
    """`keyed` with what lies between: equal trees that are there once, then what is alike."""
    taken = set(keyed.values())
    free_one = [at for at in firsts if at not in keyed]
    free_other = [at for at in seconds if at not in taken]
    found = dict(keyed)
    once = _once(one, free_one)
    once_other = _once(other, free_other)
    unique = {at: once_other[tree] for tree, at in once.items() if tree in once_other}
    anchors = increasing([*keyed.items(), *unique.items()])
    found.update((at, to) for at, to in anchors if at in unique)
    taken = set(found.values())
    for before, after in _between(anchors, firsts, seconds):
        run = [at for at in range(*before) if at not in found]
        run_other = [at for at in range(*after) if at not in taken]
        found.update(_run(one, other, run, run_other, limits))
    return found


def _once(items: Sequence[Item], places: Sequence[int]) -> dict[Hashable, int]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at in places:
        found[items[at].look].append(at)
    return {tree: at[0] for tree, at in found.items() if len(at) == 1}


def _between(
    anchors: Sequence[tuple[int, int]], firsts: Sequence[int], seconds: Sequence[int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    at, to = firsts[0], seconds[0]
    for one, other in anchors:
        yield (at, one), (to, other)
        at, to = one + 1, other + 1
    yield (at, firsts[-1] + 1), (to, seconds[-1] + 1)


def _run(
    one: Sequence[Item],
    other: Sequence[Item],
    run: Sequence[int],
    run_other: Sequence[int],
    limits: _Limits,
) -> Matches:
    """Two runs between the same neighbours: in the same order, as much alike as can be."""
    if not run or not run_other:
        return {}
    if len(run) * len(run_other) > LARGE:
        return _from_ends(one, other, run, run_other)

    def likeness(at: int, to: int) -> float:
        if not limits.renames and key_of(one[at]) != key_of(other[to]):
            return 0.0
        if to in limits.apart and not same(one[at], other[to]):
            return 0.0
        return likeness_of(one[at], other[to], alone=len(run) == len(run_other) == 1)

    found = _best(run, run_other, likeness)
    names = _names_between(one, other, run, run_other, found)
    found.update((at, to) for at, to in names if to not in limits.apart)
    return found


def _names_between(
    one: Sequence[Item],
    other: Sequence[Item],
    run: Sequence[int],
    run_other: Sequence[int],
    found: Matches,
) -> Iterator[tuple[int, int]]:
    """Bare names, each in a line of its own, between the same neighbours: what a block returns, or
    one of constants that have an order."""
    ends = [(-1, -1), *((run.index(at), run_other.index(to)) for at, to in sorted(found.items()))]
    for (at, to), (end, end_other) in pairwise([*ends, (len(run), len(run_other))]):
        if end - at == end_other - to == 2:
            mine, theirs = one[run[at + 1]], other[run_other[to + 1]]
            if _are_names(mine, theirs):
                yield run[at + 1], run_other[to + 1]


def _are_names(one: Item, other: Item) -> bool:
    return one.core.type == other.core.type and all(
        item.core.named
        and group_of(item) is None
        and item.source.profile.definitions
        and item.core.type not in item.source.profile.comments
        and _NAME.fullmatch(item.core.text)
        and _is_line(item)
        for item in (one, other)
    )


def _is_line(item: Item) -> bool:
    """Whether there is nothing else on its line, not even a separator if nothing names it."""
    text = item.source.text
    start, end = text.rfind(b"\n", 0, item.start) + 1, text.find(b"\n", item.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    return (line.rstrip(SEPARATOR) if key_of(item) else line) == item.core.text


def _from_ends(
    one: Sequence[Item], other: Sequence[Item], run: Sequence[int], run_other: Sequence[int]
) -> Matches:
    found: Matches = {}
    for at, to in zip(run, run_other, strict=False):
        if not same(one[at], other[to]):
            break
        found[at] = to
    rest, rest_other = run[len(found) :], run_other[len(found) :]
    for at, to in zip(reversed(rest), reversed(rest_other), strict=False):
        if not same(one[at], other[to]):
            break
        found[at] = to
    return found


def _best(
    run: Sequence[int], run_other: Sequence[int], likeness: Callable[[int, int], float]
) -> Matches:
    """The alignment of most likeness in sum (Needleman and Wunsch, without gap costs)."""
    width = len(run_other) + 1
    sums = [[0.0] * width for _ in range(len(run) + 1)]
    scores = [[likeness(at, to) for to in run_other] for at in run]
    for row in range(len(run) - 1, -1, -1):
        here, below = sums[row], sums[row + 1]
        for column in range(width - 2, -1, -1):
            score = scores[row][column]
            best = max(below[column], here[column + 1])
            here[column] = max(best, below[column + 1] + score) if score else best
    found: Matches = {}
    row = column = 0
    while row < len(run) and column < len(run_other):
        score = scores[row][column]
        if score and sums[row][column] == sums[row + 1][column + 1] + score:
            found[run[row]] = run_other[column]
            row, column = row + 1, column + 1
        elif sums[row][column] == sums[row + 1][column]:
            row += 1
        else:
            column += 1
    return found
