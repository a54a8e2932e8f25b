"""What stands between two things of the merged list that are neighbours in no version.

It is borrowed: from what stands before the second in its text, or behind the first, with a
separator exactly if such a list has one there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from agentfs.merge.structured.layout.depths import before_on_line
from agentfs.merge.structured.layout.gaps import Gaps
from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Slot
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import IMPORTS, definition_in, group_of
from agentfs.merge.structured.trees.tree import (
    BLANKS,
    BRACKETS,
    ENTRIES,
    SEPARATOR,
    Node,
    is_of_lines,
    own_separator,
    separator_of,
)

FAR: Final = 200
"""Bytes of blanks that are looked at."""
_LENDING: Final[tuple[int, ...]] = (LEFT, RIGHT, BASE)


@dataclass(frozen=True)
class Borrowed:
    """The gaps of a merged list that no version has."""

    gaps: Gaps
    commas: bool
    """Whether to suppose separators between entries where no list is long enough to have one."""
    known: dict[frozenset[str], bytes | None] = field(default_factory=dict)
    """What stands between items of these kinds, as far as someone asked."""

    def between(self, before: Slot | None, after: Slot | None) -> bytes:
        """For two that are neighbours nowhere: what stands before the second in its text, or
        behind the first; a blank line between two blocks if no list says how they stand."""
        if before is None or after is None:
            return self._edge(at_start=before is None)
        gap = self._behind_opening(before, after)
        if gap is None:
            gap = self._behind_bracket(before) or self._lent(before, after)
        if gap.count(b"\n") > 1 and not gap.strip(BLANKS) and self._is_within(before, after):
            gap = gap[gap.rfind(b"\n") :]
        if gap.count(b"\n") == 1 and _is_block(before.items[0]) and _is_block(after.items[0]):
            pairs = [pair for items in self.gaps.lists for pair in pairwise(items)]
            if not any(_is_block(one) and _is_block(other) for one, other in pairs):
                return b"\n" + gap
        return gap

    def _is_within(self, before: Slot, after: Slot) -> bool:
        """Whether two entries that sides put in are of one paragraph: those that they are in there
        have something in common, or the same around them."""
        mine, theirs = before.items[0], after.items[0]
        groups = {group_of(mine), group_of(theirs)}
        if len(groups) > 1 or None in groups or mine.core.type != theirs.core.type:
            return False
        if definition_in(mine.core) is not None or b"\n" in mine.text + theirs.text:
            return False
        if len(before.items) > 1 or len(after.items) > 1 or before.base or after.base:
            return False
        sides = [LEFT if each.left is not None else RIGHT for each in (before, after)]
        if sides[0] == sides[1]:
            return False
        items = [self.gaps.lists[side] for side in sides]
        spans = [
            _paragraph(each, item.index) for each, item in zip(items, (mine, theirs), strict=True)
        ]
        inner, around = [], []
        for each, (start, end) in zip(items, spans, strict=True):
            inner.append({item.text for item in each[start:end]})
            ends = (each[start - 1 : start], each[end : end + 1])
            around.append([item.text for part in ends for item in part])
        known = {item.text for item in self.gaps.lists[BASE]}
        is_old = not known.isdisjoint(inner[0] | inner[1])
        return bool(inner[0] & inner[1]) or (is_old and around[0] == around[1])

    def _behind_opening(self, before: Slot, after: Slot) -> bytes | None:
        """What stands behind a bracket, or what else leads up to a list, that all versions have,
        whatever was the first behind it; behind a head that has a name, if that was of the same
        kind."""
        kind = after.items[0].core.type
        head = before.items[0].core
        if not after.items[0].core.named or head.type == kind:
            return None
        found = []
        for side, item in enumerate(before):
            then = self.gaps.lists[side][item.index + 1 :][:1] if item is not None else []
            if item is None or not then or not then[0].core.named:
                return None
            if head.named and then[0].core.type != kind:
                return None
            gap = item.source.text[item.end : then[0].start]
            found.append(self.gaps.depths.shifted(gap, side))
        return found[RIGHT] if found[LEFT] == found[BASE] else found[LEFT]

    def _behind_bracket(self, before: Slot) -> bytes | None:
        """What one side has behind a bracket that it put in, if its list goes on there."""
        if len(before.items) > 1 or before.items[0].core.text not in BRACKETS:
            return None
        side = LEFT if before.left is not None else RIGHT
        item, items = before.items[0], self.gaps.lists[side]
        if before.base is not None or item.index + 1 >= len(items):
            return None
        then = items[item.index + 1]
        gap = item.source.text[item.end : then.start]
        return self.gaps.depths.shifted(gap, side) if then.core.named else None

    def _lent(self, before: Slot, after: Slot) -> bytes:
        sides, followed = self._lenders(before, after), _LENDING
        if before.items[0].core.named and after.items[0].core.named:
            # What stands behind a token is no measure for what stands behind an item.
            good = [side for side in sides if self._follows_item(after[side], side)]
            alike = tuple(side for side in _LENDING if self._is_followed(before[side], side))
            sides = tuple(good) if good or alike else sides
            followed = alike or followed
        for side in sides:
            item = after[side]
            if item is not None and item.index > 0:
                gap = self.gaps.before(item, side, before)
                return self._separated(self._roomier(gap, before[side], item, side), before, after)
        for side in followed:
            item = before[side]
            items = self.gaps.lists[side]
            if item is not None and item.index + 1 < len(items):
                then = items[item.index + 1]
                gap = self.gaps.before(then, side, before)
                kinds = [group_of(each) for each in (before.items[0], after.items[0])]
                if kinds == [IMPORTS, IMPORTS] != [IMPORTS, group_of(then)]:
                    gap = gap[gap.rfind(b"\n") :]
                return self._separated(gap, before, after)
        return self._separated(self._behind(before), before, after)

    def _follows_item(self, item: Item | None, side: int) -> bool:
        """Whether an item that is there stands behind another, and not behind a token."""
        if item is None or item.index == 0:
            return False
        return self.gaps.lists[side][item.index - 1].core.named

    def _is_followed(self, item: Item | None, side: int) -> bool:
        """Whether an item that is there stands before another of its kind, and no token."""
        then = self.gaps.lists[side][item.index + 1 :][:1] if item is not None else []
        return bool(then) and item is not None and then[0].core.type == item.core.type

    def _lenders(self, before: Slot, after: Slot) -> tuple[int, ...]:
        """The sides in the order in which they are asked what stands before `after`: first the
        one that alone has more there."""
        gaps = [
            self.gaps.before(item, side, before) if item is not None and item.index > 0 else b""
            for side, item in enumerate(after)
        ]
        known = all(gaps) and gaps[RIGHT] == gaps[BASE]
        more = known and gaps[LEFT].count(b"\n") > gaps[RIGHT].count(b"\n")
        return (LEFT, RIGHT, BASE) if more else (RIGHT, LEFT, BASE)

    def _roomier(self, gap: bytes, before: Item | None, after: Item, side: int) -> bytes:
        """`gap`, or what stands behind `before` if all between the two is gone: the blank line
        of a paragraph, of which the other side took the first."""
        is_token = not after.core.named and group_of(after) is None
        if before is None or not before.index < after.index or is_token:
            return gap  # nothing sets a closing bracket apart
        then = self.gaps.lists[side][before.index + 1]
        text = before.source.text[before.end : then.start]
        behind = self.gaps.in_form(text, side, before, then)
        is_bare = not behind.strip(BLANKS) and not gap.strip(BLANKS)
        return max(gap, behind, key=lambda each: each.count(b"\n")) if is_bare else gap

    def _edge(self, *, at_start: bool) -> bytes:
        """What stands before the first item of a list, or behind the last, whichever it is."""
        gaps: list[bytes] = []
        for source, items, (start, end) in zip(
            self.gaps.sources, self.gaps.lists, self.gaps.bounds, strict=True
        ):
            if items:
                span = (start, items[0].start) if at_start else (items[-1].end, end)
                gaps.append(source.text[span[0] : span[1]])
        if len(gaps) < 3:
            return gaps[-1] if gaps else b""
        return gaps[RIGHT] if gaps[LEFT] == gaps[BASE] else gaps[LEFT]

    def _behind(self, slot: Slot) -> bytes:
        """The blanks behind something that is all that its list has."""
        item = slot.items[0]
        text = item.source.text
        rest = text[item.end : item.end + FAR]
        gap = rest[: len(rest) - len(rest.lstrip(BLANKS))]
        indent = before_on_line(text, item.start) if item.start else None
        if indent is not None and (b"\n" in gap or item.end == len(text)):
            gap = gap[: gap.rfind(b"\n") + 1] + indent if gap else b"\n" + indent
            if indent and gap.count(b"\n") > 2:
                gap = b"\n\n" + indent  # the rest sets apart what it is in
        gap = gap or b" "
        return gap if b"\n" in item.text else gap[max(gap.rfind(b"\n"), 0) :]

    def _separated(self, gap: bytes, before: Slot, after: Slot) -> bytes:
        """`gap` with a separator exactly if such a list has one there."""
        one, other = before.items[0], after.items[0]
        here = separator_of(gap)
        if other.core.text in BRACKETS and one.core.named:
            return gap  # behind the last one may be a separator too
        if other.core.text[:1] == b";":
            return gap
        if not one.core.named or not other.core.named:
            return gap.replace(here, b"", 1) if here else gap
        if here or any(separator_of(inner) for inner in gaps_in(one.parts)):
            return gap
        usual = self._usual_between(one, other)
        if usual is None:
            guess = self.commas and _is_entry(one) and _is_entry(other)
            if b"\n" in gap and is_of_lines(one.core):
                return gap
            if guess and (own := own_separator(one.core)):
                return b" " + own + (gap or b" ")
            sign = separator_of(one.source.text[one.end : one.end + FAR])
            sign = SEPARATOR if not sign or sign.isalpha() else sign
            return sign + (gap or b" ") if guess else gap
        if b"\n" in gap and not separator_of(usual).isalpha():
            return separator_of(usual) + gap
        return usual if separator_of(usual) else gap

    def _usual_between(self, one: Item, other: Item) -> bytes | None:
        """What stands between items of these kinds, if they are neighbours in any list."""
        kinds = frozenset({one.core.type, other.core.type})
        if kinds not in self.known:
            found = self._found_between(kinds, exactly=True)
            self.known[kinds] = self._found_between(kinds) if found is None else found
        return self.known[kinds]

    def _found_between(self, kinds: frozenset[str], *, exactly: bool = False) -> bytes | None:
        """As `_usual_between`; two of one of the kinds count, too, if not `exactly` these."""
        found: bytes | None = None
        for items in self.gaps.lists:
            for first, second in pairwise(items):
                here = {first.core.type, second.core.type}
                if first.core.named and (here == kinds if exactly else here <= kinds):
                    gaps = list(gaps_in([*first.parts, second.parts[0]]))
                    found = next(filter(separator_of, gaps), None)
                    if found is not None:
                        return found
                    found = gaps[-1]
        return found


def gaps_in(nodes: Sequence[Node]) -> Iterator[bytes]:
    """What stands between neighbours."""
    for one, other in pairwise(nodes):
        yield one.source.text[one.end : other.start]


def _paragraph(items: Sequence[Item], at: int) -> tuple[int, int]:
    """From where to where there is no blank line around one of a list, and nothing but its kind."""

    def parted(one: Item, other: Item) -> bool:
        gap = one.source.text[one.end : other.start]
        return gap.count(b"\n") > 1 or one.core.type != other.core.type

    start, end = at, at + 1
    while start and not parted(items[start - 1], items[start]):
        start -= 1
    while end < len(items) and not parted(items[end - 1], items[end]):
        end += 1
    return start, end


def _is_block(item: Item) -> bool:
    """Whether it is a definition of several lines."""
    return b"\n" in item.core.text and definition_in(item.core) is not None


def _is_entry(item: Item) -> bool:
    return (group_of(item) or "").startswith(ENTRIES)
