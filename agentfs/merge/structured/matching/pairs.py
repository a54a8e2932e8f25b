"""Which item of one list is which of another.

Surest first: the same text at both ends of the lists, then the same key wherever it is, then
the same tree if it is there once, in the same order (patience diff, Bram Cohen), then what is
alike between those (after GumTree: Falleri et al., "Fine-grained and accurate source code
differencing", 2014).  What is not matched was deleted, or inserted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from agentfs.merge.structured.matching.increasing import increasing
from agentfs.merge.structured.trees.items import Item, items_of, same
from agentfs.merge.structured.trees.keys import (
    DEFINITIONS,
    IMPORTS,
    NAME,
    OVERLOAD,
    definition_in,
    group_of,
    is_list,
    is_with_list,
    key_of,
    kind_of,
    may_be_reworded,
)
from agentfs.merge.structured.trees.tree import BRACKETS, SEPARATOR, TOKEN, Node, squeezed

ALIKE: Final = 0.5
"""The least similarity of two items of one kind that are taken for one that was changed."""
ALONE: Final = 0.35
"""The same if there is no other that either could be."""
RENAMED: Final = 0.7
"""The same for two whose keys differ."""
LARGE: Final = 4_000
"""Pairs of two runs; beyond, runs are compared from their ends only."""
NAMED_TOKENS: Final = 12
"""Tokens of a definition, from which on its contents tell more than its name."""
CONTENT_TOKENS: Final = 6
"""The same for tokens of the contents, if those are all the same."""
_WORD: Final = re.compile(rb"\w+")
_TARGETS: Final = ("left", "name", "pattern", "declarator")
"""Fields that grammars have for what a value is given to."""

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
        return _likeness(one[at], other[to], alone=len(run) == len(run_other) == 1)

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
        and _WORD.fullmatch(item.core.text)
        and _is_line(item)
        for item in (one, other)
    )


def _is_line(item: Item) -> bool:
    """Whether there is nothing else on its line, not even a separator if nothing names it."""
    text = item.source.text
    start, end = text.rfind(b"\n", 0, item.start) + 1, text.find(b"\n", item.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    return (line.rstrip(SEPARATOR) if key_of(item) else line) == item.core.text


def _is_nameless(node: Node) -> bool:
    """Whether all its text is its key, for want of a name: a namespace that has none."""
    return node.type in node.source.profile.definitions and definition_in(node) is None


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


def _likeness(one: Item, other: Item, *, alone: bool) -> float:
    """From 0, which is no match, to 2 for the same."""
    mine, theirs = one.core, other.core
    if same(one, other):
        return 2.0
    key, other_key = key_of(one), key_of(other)
    if key is not None and key == other_key and _is_one_around(mine, theirs):
        return 1.0 + similarity(one, other)
    if _is_nameless(mine) and _is_nameless(theirs):
        key = other_key = None
    keyless = (key is None) + (other_key is None)
    if mine.role and mine.role == theirs.role and keyless > (not alone):
        return 1.0 + 0.5 * (mine.type == theirs.type)
    if alone and key is None and other_key is None and _is_value(mine) and _is_value(theirs):
        return 1.0
    if alone and _is_bracketed(mine, theirs) and (key is None or other_key is None):
        return ALONE if key == other_key else similarity(one, other)
    if alone and keyless > 1 and (_is_wrapped(mine, theirs) or is_with_list(theirs, (mine,))):
        return ALONE
    if key is not None and key == other_key and _is_bracketed(mine, theirs):
        return 1.0 + similarity(one, other)  # a parameter that got a type
    if keyless == 1 and mine.type == theirs.type and _have_one_target(mine, theirs):
        likeness = similarity(one, other)
        if likeness >= ALIKE:
            return likeness  # a function that was put into a call
    if kind_of(mine) != kind_of(theirs) and not (
        _are_plain(one, other, ALIKE if alone else RENAMED)
        or _are_one_entry(one, other, alone=alone)
    ):
        return 0.0
    if not mine.named:
        return 0.0
    if mine.type in mine.source.profile.comments:
        similar = _similar_words(mine.text, theirs.text)
        return similar if similar >= ALIKE else 0.0
    if _contains(mine, theirs) or _contains(theirs, mine):
        return 0.0  # one was put into the other, which is new
    similar = similarity(one, other)
    if key is not None and other_key is not None and key != other_key:
        renamed = similar >= RENAMED and _may_be_renamed(one, other, alone=alone)
        return similar if renamed else 0.0
    if (alone and (is_list(mine) or _is_part(mine))) or _have_one_target(mine, theirs):
        return max(similar, ALONE)
    return similar if similar >= (ALONE if alone else ALIKE) else 0.0


def _may_be_renamed(one: Item, other: Item, *, alone: bool) -> bool:
    """Whether two things that are alike may be one, though their keys differ."""
    if _is_named_by_entry(one) and _is_named_by_entry(other):
        return True
    if definition_in(one.core) is None and group_of(one) is not None:
        if alone and _say_something_else(one, other):
            return True
        return may_be_reworded(one) or _is_known_by_first(one) or _is_renamed_entry(one, other)
    size = min(one.core.tokens.total(), other.core.tokens.total())
    return size >= NAMED_TOKENS or (alone and _differ_in_name_only(one, other))


def _differ_in_name_only(one: Item, other: Item) -> bool:
    """Whether two definitions have the same contents, and more than a line has anyway."""
    rest, other_rest = (
        item.core.tokens - Counter(TOKEN.findall(key_of(item) or b"")) for item in (one, other)
    )
    return rest == other_rest and sum(rest.values()) >= CONTENT_TOKENS


def _say_something_else(one: Item, other: Item) -> bool:
    """Whether two are known by all that they say, as one of which there may be several is, and
    one has another name, ``clap(a)`` and ``arg(a)``, or says something else, ``cfg(a)`` and
    ``cfg(b)``; not both."""
    names: list[bytes] = []
    said: list[bytes] = []
    for item in (one, other):
        name, *rest = filter(None, (key_of(item) or b"").removeprefix(NAME).split(b"\0"))
        if len(rest) != 1 or not rest[0].startswith(name):
            return False
        names.append(name)
        said.append(rest[0].removeprefix(name))
    return names[0] == names[1] or (said[0] == said[1] and bool(said[0]))


def _is_renamed_entry(one: Item, other: Item) -> bool:
    """Whether two entries of several lines have the same contents."""
    lines = min(one.core.text.count(b"\n"), other.core.text.count(b"\n"))
    return lines > 1 and _differ_in_name_only(one, other)


def _is_one_around(one: Node, other: Node) -> bool:
    """Whether one of two versions of a definition has a wrapper around it: ``export``."""
    wrappers = one.source.profile.wrappers
    return one.type != other.type and (one.type in wrappers or other.type in wrappers)


def _is_known_by_first(item: Item) -> bool:
    """Whether it is a list with the key of its first item, which may become another one."""
    lists = (each for each in (item.core, *item.core.children) if is_list(each))
    firsts = (next(filter(None, map(key_of, items_of(each))), None) for each in lists)
    key = key_of(item)
    return key is not None and any(
        first is not None and first.strip(b"\0") == key.strip(b"\0") for first in firsts
    )


def _is_named_by_entry(item: Item) -> bool:
    """Whether it is a call that defines all of a list, and is named by the first: any of them may
    become the first."""
    if definition_in(item.core) is None:
        return False
    for each in item.core.children:
        entries = items_of(each) if is_list(each) else []
        first = next((entry for entry in entries if entry.core.named), None)
        if first is not None and key_of(first) and group_of(first) not in {None, DEFINITIONS}:
            return True
    return False


def _is_value(node: Node) -> bool:
    """Whether it is what an entry of data has behind its ``=``, where the grammar has no field for
    that."""
    siblings = node.parent.children if node.parent is not None else []
    return (
        not node.source.profile.definitions
        and len(siblings) > 1
        and siblings[-1] is node
        and siblings[-2].text == b"="
    )


def _is_part(node: Node) -> bool:
    """Whether it stands among keywords, in a place of its own, and not in a list."""
    siblings = node.parent.children if node.parent is not None else ()
    return any(not each.named and each.text not in BRACKETS | {b";"} for each in siblings)


def _are_plain(one: Item, other: Item, least: float) -> bool:
    """Whether two are statements or expressions, which may be of another kind when changed."""
    return (
        all(
            item.core.named
            and key_of(item) is None
            and item.core.type not in item.source.profile.comments
            and item.core.syntax is not None
            and item.source.profile.definitions  # of data, a value of another kind is another value
            for item in (one, other)
        )
        and similarity(one, other) >= least
    )


def _are_one_entry(one: Item, other: Item, *, alone: bool) -> bool:
    """Whether two entries, of other kinds, are of one key: a variable made of a value.  So may
    definitions be that have no others around them."""
    key, group = key_of(one), group_of(one)
    if key is None or group in {None, IMPORTS} or (group == DEFINITIONS and not alone):
        return False
    return key == key_of(other) and group == group_of(other)


def _is_wrapped(one: Node, other: Node) -> bool:
    """Whether one of two is the other, put into something larger as it was."""
    inner, outer = sorted((one, other), key=lambda node: len(node.text))
    text = outer.text
    return (
        inner.named
        and outer.named
        and bool(inner.children)
        and text.count(inner.text) == 1
        and _contains(outer, inner)
    )


def _is_bracketed(one: Node, other: Node) -> bool:
    """Whether two stand in lists between parentheses or brackets, such as arguments: one in
    the place of the other is the other, changed, however little they are alike."""
    comments = one.source.profile.comments
    if not one.named or not other.named or {one.type, other.type} & comments:
        return False
    return all(
        each.parent is not None and each.parent.children[0].text in {b"(", b"["}
        for each in (one, other)
    )


def _have_one_target(one: Node, other: Node) -> bool:
    """Whether both are statements that give a value to the same thing."""
    target = target_of(one)
    return target is not None and target == target_of(other)


def target_of(node: Node) -> bytes | None:
    """What a statement gives a value to, if that is all that it does."""
    at = node.syntax
    while at is not None:
        if any(child.type == "=" for child in at.children):
            place = next(filter(None, map(at.child_by_field_name, _TARGETS)), None)
            return place.text if place is not None else None
        at = at.named_children[0] if at.named_child_count == 1 else None
    return None


def _contains(outer: Node, inner: Node) -> bool:
    """Whether a node of several tokens is inside another, however deep, and not all of it."""
    if squeezed(inner.text) not in squeezed(outer.text)[1:] or not inner.children:
        return False
    waiting = list(outer.children)
    while waiting:
        node = waiting.pop()
        if same(node, inner):
            return True
        if len(node.text) > len(inner.text):
            waiting += node.children
    return False


def similarity(one: Item, other: Item) -> float:
    """The share, from 0 to 1, of tokens that the two have in common."""
    return _dice(one.core.tokens, other.core.tokens, 1.0)


def _similar_words(one: bytes, other: bytes) -> float:
    """As `similarity`, of two comments; those without a word have nothing in common."""
    return _dice(Counter(_WORD.findall(one)), Counter(_WORD.findall(other)), 0.0)


def _dice(one: Counter[bytes], other: Counter[bytes], empty: float) -> float:
    """Dice's coefficient of two bags; `empty` if there is nothing in either."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else empty


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
