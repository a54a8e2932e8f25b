"""Lists of releases, the latest first or last: both sides may add one at the same spot.

Which of two came later the numbers tell, if the neighbours stand in the order of theirs.  They
do not tell it of what comes before a release and a release of another line, which people have
either way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import Final

from agentfs.merge.structured.matching.slot import LEFT, RIGHT
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.trees.keys import release_of

NEAR: Final = 3
"""How many neighbours before and behind a spot are looked at."""
_PART: Final = re.compile(rb"\d+|[a-z]+")

_Part = tuple[int, int, bytes]
_Release = tuple[_Part, ...]
_END: Final[_Part] = (0, 0, b"")


def in_release_order(order: Sequence[int], slots: Slots) -> Sequence[int] | None:
    """`order` as its neighbours stand on both sides; None if these are no releases in order."""
    releases: dict[int, _Release] = {}
    for number in order:
        text = release_of(slots.things[number].items[0])
        if text is None:
            return None
        releases[number] = _compared(text)
    if _is_mixed(releases.values()):
        return None
    for latest_first in (True, False):
        if all(_stand_so(order, slots, side, latest_first) for side in (LEFT, RIGHT)):
            return sorted(order, key=releases.__getitem__, reverse=latest_first)
    return None


def _is_mixed(releases: Iterable[_Release]) -> bool:
    """Whether some come before a release, and others are releases of another number."""
    early = {_number(each) for each in releases if _number(each) != each}
    done = {_number(each) for each in releases if _number(each) == each}
    return bool(early and done and early | done != early & done)


def _number(release: _Release) -> _Release:
    """The release itself, without what says that it comes before that."""
    return (*takewhile(lambda part: part[0] > 0, release), _END)


def _stand_so(order: Sequence[int], slots: Slots, side: int, latest_first: bool) -> bool:
    where, numbers = slots.places[side], (slots.left, slots.right)[side - LEFT]
    places = [where[number] for number in order if number in where]
    if not places:
        return False
    near = numbers[max(min(places) - NEAR, 0) : max(places) + NEAR + 1]
    items = [item for number in near if (item := slots.things[number][side]) is not None]
    found = [_compared(text) for item in items if (text := release_of(item)) is not None]
    rising = found[::-1] if latest_first else found
    return len(found) > 1 and all(one < other for one, other in pairwise(rising))


def _compared(release: bytes) -> _Release:
    """Rises from each release to the next; what is before a release has a word behind it."""
    parts = _PART.findall(release.lower())
    rank = [(1, int(part), b"") if part.isdigit() else (-1, 0, part) for part in parts]
    return (*rank, _END)
