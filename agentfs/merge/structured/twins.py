"""What both sides have and base has not is one edit of both.

Each side is matched with base for itself, by what is most alike; so one and the same new item may
be taken for an insertion of the one side, and for a changed item of base on the other.  Then the
insertion would be made twice, and the change lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from agentfs.merge.structured.keys import key_of
from agentfs.merge.structured.matching import Matches, match
from agentfs.merge.structured.slot import Lists
from agentfs.merge.structured.tree import Item, same

_Looks = Mapping[Hashable, int]
"""The place of each item that is new, by what it looks like."""


def agreed(lists: Lists, to_left: Matches, to_right: Matches) -> tuple[Matches, Matches]:
    """The two matches, changed where they do not agree on what an item of both sides was."""
    base, left, right = lists
    looks_left, looks_right = _new(base, left, to_left), _new(base, right, to_right)
    known: set[bytes] | None = None
    for look, mine in looks_left.items():
        theirs = looks_right.get(look)
        if theirs is None:
            continue
        known = known if known is not None else {item.text for item in base}
        was, was_other = _origin(to_left, mine), _origin(to_right, theirs)
        if left[mine].text in known or right[theirs].text in known:
            continue
        if was is not None and was_other is None:
            to_left, to_right = _settled(base, (left, mine, to_left), (right, theirs, to_right))
        elif was is None and was_other is not None:
            to_right, to_left = _settled(base, (right, theirs, to_right), (left, mine, to_left))
    return to_left, to_right


def _new(base: Sequence[Item], side: Sequence[Item], matches: Matches) -> _Looks:
    """Items of a side that are not as in base, and have no like there."""
    kept = {to for at, to in matches.items() if base[at].text == side[to].text}
    fresh = [at for at in range(len(side)) if at not in kept]
    times = Counter(_look(side[at]) for at in fresh)
    return {look: at for at in fresh if times[look := _look(side[at])] == 1}


def _look(item: Item) -> Hashable:
    return item.core.type, item.squeezed


def _origin(matches: Matches, to: int) -> int | None:
    return next((at for at, place in matches.items() if place == to), None)


def _settled(
    base: Sequence[Item],
    changed: tuple[Sequence[Item], int, Matches],
    inserted: tuple[Sequence[Item], int, Matches],
) -> tuple[Matches, Matches]:
    """The matches of the side on which the item is a changed one of base, and of the side on
    which it is an insertion, so that they agree: it is changed on both, unless what it was is
    surely something else on the second side."""
    side, at, matches = changed
    other, there, others = inserted
    was = _origin(matches, at)
    assert was is not None
    if _surely_one(base[was], side[at]):
        return matches, others
    becomes = others.get(was)
    if becomes is not None and _surely_one(base[was], other[becomes]):
        rest = [place for place in range(len(side)) if place != at]
        again = match(base, [side[place] for place in rest])
        return {one: rest[to] for one, to in again.items()}, others
    if all((one < was) == (to < there) for one, to in others.items() if one != was):
        return matches, {**others, was: there}
    return matches, others


def _surely_one(one: Item, other: Item) -> bool:
    key = key_of(one)
    return same(one, other) or (key is not None and key == key_of(other))
