"""What each version of a list has between its items.

Invariant: nothing here is about the merged list; that is `layout`'s business.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from agentfs.merge.structured.layout.depths import Depths
from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Lists, Slot
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import DEFINITIONS, IMPORTS, group_of
from agentfs.merge.structured.trees.tree import (
    BLANKS,
    SEPARATORS,
    Source,
    is_of_lines,
    separator_of,
)

Kinds = tuple[str | bool, ...]
"""Of two neighbours the types, or whether they are named; as which nothing at an end counts."""


@dataclass(frozen=True)
class Gaps:
    """The texts of three versions of one list."""

    sources: tuple[Source, Source, Source]
    bounds: tuple[tuple[int, int], ...]
    """Where the list begins and ends in each."""
    lists: Lists
    depths: Depths
    openings: dict[int, bytes | None] = field(default_factory=dict)
    """What `_opening` has found out."""
    known: dict[tuple[int, Kinds], list[bytes]] = field(default_factory=dict)
    """What `_gaps_of` has found out."""

    def between(self, side: int, before: Slot | None, after: Slot | None) -> bytes | None:
        """What this side has between the two, if they are neighbours there."""
        text, items = self.sources[side].text, self.lists[side]
        start, end = self.bounds[side]
        if before is None and after is None:
            return None if items else text[start:end]
        first = before[side] if before else None
        last = after[side] if after else None
        if before is None:
            return text[start : last.start] if last and last.index == 0 else None
        if after is None:
            is_last = first is not None and first.index == len(items) - 1
            return text[first.end : end] if first is not None and is_last else None
        if first is None or last is None or last.index != first.index + 1:
            return None
        return text[first.end : last.start]

    def in_form(self, gap: bytes, side: int, before: Item | None, after: Item | None) -> bytes:
        """What only one side has, as it is on the other if that has broken the list into lines,
        or has put it into one, or has other gaps between all definitions of one kind."""
        if side == BASE:
            return self.depths.shifted(gap, side)
        formed = self._as_other(gap, side, _named(before, after))
        if before is None or after is None:
            # How far an end is from what it is the end of is no question of what is inside.
            formed = formed if formed and (b"\n" in formed) != (b"\n" in gap) else None
        elif formed is None:
            kinds = (before.core.type, after.core.type)
            if DEFINITIONS == group_of(before) == group_of(after) and self._are_some(kinds):
                formed = self._as_other(gap, side, kinds)
        return self.depths.shifted(gap, side) if formed is None else formed

    def _are_some(self, kinds: Kinds) -> bool:
        """Whether there are so many that what is between them is no chance."""
        return all(len(self._gaps_of(side, kinds)) > 1 for side in range(3))

    def _as_other(self, gap: bytes, side: int, kinds: Kinds) -> bytes | None:
        """As what the other side has between all neighbours of these kinds; None if nothing is
        to be learnt of them."""
        other = RIGHT if side == LEFT else LEFT
        was, becomes = self._usual(BASE, kinds), self._usual(other, kinds)
        if was is None and kinds == (True, True) and self._is_opened(side, other):
            # One item alone has no gap, but what stands before it tells as much.
            needless = any(is_of_lines(item.core) for item in self.lists[other])
            sign = b"" if needless else separator_of(gap)
            return self.depths.shifted(sign + (self._opening(other) or b""), other)
        if becomes is None or becomes.strip(BLANKS + SEPARATORS):
            return None
        alike = was is not None and was == gap == self._usual(side, kinds)
        if was is None and b"\n" not in gap:
            alike = gap in self._gaps_of(BASE, kinds)  # some were in lines
        if alike and gap.count(b"\n") != becomes.count(b"\n"):
            return self.depths.shifted(becomes, other)
        return None

    def _is_opened(self, side: int, other: int) -> bool:
        """Whether only the other side has put the first item on a line of its own."""
        base, mine, theirs = map(self._opening, (BASE, side, other))
        return base is not None and base == mine and b"\n" not in base and b"\n" in (theirs or b"")

    def _opening(self, side: int) -> bytes | None:
        """What stands in one version before the first item: tokens may lead up to it."""
        if side not in self.openings:
            pairs = pairwise(reversed(self.lists[side]))
            gaps = (
                first.source.text[first.end : then.start]
                for then, first in pairs
                if then.core.named and not first.core.named
            )
            self.openings[side] = next(gaps, None)
        return self.openings[side]

    def _usual(self, side: int, kinds: Kinds) -> bytes | None:
        """What stands in one version between all such neighbours; None if it differs."""
        gaps = {*self._gaps_of(side, kinds)}
        return next(iter(gaps)) if len(gaps) == 1 else None

    def _gaps_of(self, side: int, kinds: Kinds) -> list[bytes]:
        if (side, kinds) not in self.known:
            text = self.sources[side].text
            self.known[side, kinds] = [
                text[one.end : other.start]
                for one, other in pairwise(self.lists[side])
                if kinds in ((one.core.named, other.core.named), (one.core.type, other.core.type))
            ]
        return self.known[side, kinds]

    def before(self, item: Item, side: int, now: Slot) -> bytes:
        """What stands before an item in its list, for one that has `now` before it."""
        before = self.lists[side][item.index - 1]
        gap = item.source.text[before.end : item.start]
        is_first = before.core.named and group_of(before) != IMPORTS == group_of(item)
        if is_first and b"\n" not in item.text and group_of(now.items[0]) == IMPORTS:
            gap = gap[gap.rfind(b"\n") :]  # its blank line sets the group apart
        return self.in_form(gap, side, before, item)


def _named(before: Item | None, after: Item | None) -> tuple[bool, bool]:
    return before is None or before.core.named, after is None or after.core.named
