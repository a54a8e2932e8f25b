"""Blanks of a merged list: what stands between its items (`depths`: how deep they are indented).

Only blanks, separators, and comments that stand behind a separator; never an item.  Blanks are
merged three ways like all else, but they never conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from agentfs.merge.structured.layout.depths import Depths, before_on_line, depths_of
from agentfs.merge.structured.made import Made, Undecided
from agentfs.merge.structured.matching.emptied import gap_behind
from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Lists, Nodes, Slot
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import IMPORTS, definition_in, group_of
from agentfs.merge.structured.trees.tree import (
    BLANKS,
    BRACKETS,
    ENTRIES,
    SEPARATOR,
    SEPARATORS,
    Node,
    Source,
    separator_of,
)
from agentfs.model.conflicts import ConflictKind

FAR: Final = 200
"""Bytes of blanks that are looked at."""


@dataclass(frozen=True)
class Layout:
    """How the texts of three versions of one list are put together."""

    sources: tuple[Source, Source, Source]
    bounds: tuple[tuple[int, int], ...]
    """Where the list begins and ends in each."""
    lists: Lists
    depths: Depths
    commas: bool
    """Whether to suppose separators between entries where no list is long enough to have one."""
    known: dict[frozenset[str], bytes | None] = field(default_factory=dict)
    """What stands between items of these kinds, as far as someone asked."""
    openings: dict[int, bytes | None] = field(default_factory=dict)
    """What `_opening` has found out."""
    gaps: dict[tuple[int, tuple[bool, ...]], frozenset[bytes]] = field(default_factory=dict)
    """What `_gaps_of` has found out."""

    def between(self, before: Slot | None, after: Slot | None, made: bytes = b"") -> bytes:
        """What goes between two items that stand side by side in the merged list; None is the
        parent's begin or end.  `made`: what became of the first, if that is known."""
        behind = gap_behind(before, made)
        if behind is not None:
            return self.depths.shifted(*behind)
        gaps = [self._gap(side, before, after) for side in range(3)]
        base, left, right = gaps
        if left is not None and right is not None:
            if base is None:
                side = _side_at_end(before, made) if left != right else 0
                if side:
                    return self.depths.shifted(gaps[side] or b"", side)
                return self._chosen(left, right)
            if left == base:
                return self.depths.shifted(right, RIGHT)
            return self.depths.shifted(left, LEFT) if right == base else self._chosen(left, right)
        for side in (LEFT, RIGHT, BASE):
            gap = gaps[side]
            if gap is not None:
                named = tuple(each is None or each.items[0].core.named for each in (before, after))
                text = self._in_form(gap, side, named)
                if after is not None and text.endswith(b"\n"):
                    text += dict(self.depths.shifts[side]).get(b"", b"")
                return self._closed(self._parted(text, before, after), before, after)
        return self._closed(self._borrowed(before, after), before, after)

    def _parted(self, gap: bytes, before: Slot | None, after: Slot | None) -> bytes:
        """`gap` with the separator that one side put behind an item, if another comment than there
        stands behind it."""
        if before is None or after is None or len(before.items) < 3 or separator_of(gap):
            return gap
        comment = after.items[0].core
        if comment.type not in comment.source.profile.comments or gap.strip(BLANKS):
            return gap
        texts = (item.source.text[item.end : item.end + FAR] for item in before.items)
        base, left, right = map(separator_of, texts)
        return (right if left == base else left if right == base else b"") + gap

    def _closed(self, gap: bytes, before: Slot | None, after: Slot | None) -> bytes:
        """`gap` as the side that changed what is behind the last of a list has it."""
        if after is None or after.items[0].core.text not in BRACKETS or len(after.items) < 3:
            return gap
        gaps = [self._last_gap(side, after) for side in range(3)]
        known = [each for each in gaps if each is not None]
        if len(known) < 3:
            return gap
        base, left, right = known
        side = RIGHT if left == base else LEFT
        own = next(filter(None, map(_own_separator, before.items if before else ())), b"")
        if base in (left, right) and self._breaks_anew(known[side], base, gap):
            behind = known[side].removeprefix(own)
            return self.depths.shifted(behind, side)
        if own:
            return gap
        base, left, right = map(separator_of, known)
        wanted, here = right if left == base else left, separator_of(gap)
        if bool(wanted) == bool(here):
            return gap
        return wanted + gap if wanted else gap.replace(here, b"", 1)

    def _breaks_anew(self, wanted: bytes, base: bytes, gap: bytes) -> bool:
        """Whether one side alone ends a line behind the last where base and `gap` do not; or no
        longer does."""
        ends = [b"\n" in each for each in (wanted, base, gap)]
        return ends[0] != ends[1] == ends[2] and not (wanted + gap).strip(BLANKS + SEPARATORS)

    def _last_gap(self, side: int, after: Slot) -> bytes | None:
        """What one version has behind the last of a list; None if the list is empty there."""
        closing = after[side]
        before = self.lists[side][closing.index - 1] if closing and closing.index else None
        if closing is None or before is None or not before.core.named:
            return None
        gap = closing.source.text[before.end : closing.start]
        return _own_separator(before) + gap

    def apart(self, before: Slot | None, after: Slot) -> list[bytes] | None:
        """What each version has between two neighbours, if only some end a line there."""
        gaps = [self._gap(side, before, after) for side in range(3)]
        known = [gap for gap in gaps if gap is not None]
        if len(known) < 3 or len({gap.count(b"\n") > 0 for gap in known}) == 1:
            return None
        return [self.depths.shifted(gap, side) for side, gap in enumerate(known)]

    def is_new(self, before: Slot, after: Slot) -> bool:
        """Whether no version has the two as neighbours."""
        return all(self._gap(side, before, after) is None for side in range(3))

    def _gap(self, side: int, before: Slot | None, after: Slot | None) -> bytes | None:
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

    def _in_form(self, gap: bytes, side: int, named: tuple[bool, ...]) -> bytes:
        """What only one side has, as it is on the other if that has broken the list into lines,
        or has put it into one."""
        if side != BASE:
            other = RIGHT if side == LEFT else LEFT
            was, becomes = self._usual(BASE, named), self._usual(other, named)
            if was is None and named == (True, True) and self._is_opened(side, other):
                # One item alone has no gap, but what stands before it tells as much.
                return self.depths.shifted(separator_of(gap) + (self._opening(other) or b""), other)
            if becomes is not None and not becomes.strip(BLANKS + SEPARATORS):
                alike = was is not None and was == gap == self._usual(side, named)
                if was is None and b"\n" not in gap:
                    alike = gap in self._gaps_of(BASE, named)  # some were in lines
                if alike and gap.count(b"\n") != becomes.count(b"\n"):
                    return self.depths.shifted(becomes, other)
        return self.depths.shifted(gap, side)

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

    def _usual(self, side: int, named: tuple[bool, ...]) -> bytes | None:
        """What stands in one version between all such neighbours; None if it differs."""
        gaps = self._gaps_of(side, named)
        return next(iter(gaps)) if len(gaps) == 1 else None

    def _gaps_of(self, side: int, named: tuple[bool, ...]) -> frozenset[bytes]:
        if (side, named) not in self.gaps:
            text = self.sources[side].text
            self.gaps[side, named] = frozenset(
                text[one.end : other.start]
                for one, other in pairwise(self.lists[side])
                if (one.core.named, other.core.named) == named
            )
        return self.gaps[side, named]

    def _chosen(self, left: bytes, right: bytes) -> bytes:
        """Of two, the same whichever side they are on: the roomier one."""
        left, right = self.depths.shifted(left, LEFT), self.depths.shifted(right, RIGHT)
        return max(left, right, key=_room)

    def _borrowed(self, before: Slot | None, after: Slot | None) -> bytes:
        """For two that are neighbours nowhere: what stands before the second in its text, or
        behind the first; a blank line between two blocks if no list says how they stand."""
        if before is None or after is None:
            return self._edge(at_start=before is None)
        gap = self._behind_bracket(before) or self._lent(before, after)
        if gap.count(b"\n") > 1 and not gap.strip(BLANKS) and self._is_within(before, after):
            gap = gap[gap.rfind(b"\n") :]
        if gap.count(b"\n") == 1 and _is_block(before.items[0]) and _is_block(after.items[0]):
            pairs = [pair for items in self.lists for pair in pairwise(items)]
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
        items = [self.lists[side] for side in sides]
        spans = [
            _paragraph(each, item.index) for each, item in zip(items, (mine, theirs), strict=True)
        ]
        inner, around = [], []
        for each, (start, end) in zip(items, spans, strict=True):
            inner.append({item.text for item in each[start:end]})
            ends = (each[start - 1 : start], each[end : end + 1])
            around.append([item.text for part in ends for item in part])
        known = {item.text for item in self.lists[BASE]}
        is_old = not known.isdisjoint(inner[0] | inner[1])
        return bool(inner[0] & inner[1]) or (is_old and around[0] == around[1])

    def _behind_bracket(self, before: Slot) -> bytes | None:
        """What one side has behind a bracket that it put in, if its list goes on there."""
        if len(before.items) > 1 or before.items[0].core.text not in BRACKETS:
            return None
        side = LEFT if before.left is not None else RIGHT
        item, items = before.items[0], self.lists[side]
        if before.base is not None or item.index + 1 >= len(items):
            return None
        then = items[item.index + 1]
        gap = item.source.text[item.end : then.start]
        return self.depths.shifted(gap, side) if then.core.named else None

    def _lent(self, before: Slot, after: Slot) -> bytes:
        for side in self._lenders(before, after):
            item = after[side]
            if item is not None and item.index > 0:
                gap = self._before(item, side, before)
                return self._separated(self._roomier(gap, before[side], item, side), before, after)
        for side in (LEFT, RIGHT, BASE):
            item = before[side]
            items = self.lists[side]
            if item is not None and item.index + 1 < len(items):
                then = items[item.index + 1]
                gap = self._before(then, side, before)
                kinds = [group_of(each) for each in (before.items[0], after.items[0])]
                if kinds == [IMPORTS, IMPORTS] != [IMPORTS, group_of(then)]:
                    gap = gap[gap.rfind(b"\n") :]
                return self._separated(gap, before, after)
        return self._separated(self._behind(before), before, after)

    def _lenders(self, before: Slot, after: Slot) -> tuple[int, int, int]:
        """The sides in the order in which they are asked what stands before `after`: first the
        one that alone has more there."""
        gaps = [
            self._before(item, side, before) if item is not None and item.index > 0 else b""
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
        then = self.lists[side][before.index + 1]
        text = before.source.text[before.end : then.start]
        behind = self._in_form(text, side, (before.core.named, then.core.named))
        is_bare = not behind.strip(BLANKS) and not gap.strip(BLANKS)
        return max(gap, behind, key=lambda each: each.count(b"\n")) if is_bare else gap

    def _edge(self, *, at_start: bool) -> bytes:
        """What stands before the first item of a list, or behind the last, whichever it is."""
        gaps: list[bytes] = []
        for source, items, (start, end) in zip(self.sources, self.lists, self.bounds, strict=True):
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

    def _before(self, item: Item, side: int, now: Slot) -> bytes:
        """What stands before an item in its list, for one that has `now` before it."""
        before = self.lists[side][item.index - 1]
        gap = item.source.text[before.end : item.start]
        is_first = before.core.named and group_of(before) != IMPORTS == group_of(item)
        if is_first and b"\n" not in item.text and group_of(now.items[0]) == IMPORTS:
            gap = gap[gap.rfind(b"\n") :]  # its blank line sets the group apart
        return self._in_form(gap, side, (before.core.named, item.core.named))

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
        if here or any(separator_of(inner) for inner in _gaps(one.parts)):
            return gap
        usual = self._usual_between(one, other)
        if usual is None:
            guess = self.commas and _is_entry(one) and _is_entry(other)
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
            self.known[kinds] = self._found_between(kinds)
        return self.known[kinds]

    def _found_between(self, kinds: frozenset[str]) -> bytes | None:
        found: bytes | None = None
        for items in self.lists:
            for first, second in pairwise(items):
                if first.core.named and {first.core.type, second.core.type} <= kinds:
                    gaps = list(_gaps([*first.parts, second.parts[0]]))
                    found = next(filter(separator_of, gaps), None)
                    if found is not None:
                        return found
                    found = gaps[-1]
        return found

    def undecided(
        self, before: Slot | None, after: Slot | None, kind: ConflictKind, reason: str
    ) -> Undecided:
        """All that stands between two items which all versions have; None is an end."""
        texts = []
        for side in range(3):
            start, end = self.bounds[side]
            first = before[side] if before else None
            last = after[side] if after else None
            text = self.sources[side].text
            piece = text[first.end if first else start : last.start if last else end]
            texts.append(self.depths.shifted(piece, side))
        both = separator_of(texts[LEFT])
        if after is None and both and both == separator_of(texts[RIGHT]) and not texts[BASE]:
            # Sides have a comment behind it; in base it stands behind the item.
            texts[BASE] = both
        return Undecided(texts[BASE], texts[LEFT], texts[RIGHT], kind, reason)

    def undecided_item(self, slot: Slot) -> Undecided:
        base, left, right = (
            self.depths.taken(item, side) if item is not None else b""
            for side, item in enumerate(slot)
        )
        return Undecided(base, left, right)

    def whole(self, item: Item, side: int) -> Made:
        kind = item.core.type if len(item.parts) == 1 else ""
        return Made(kind, (self.depths.taken(item, side),), whole=True)

    def roomier(self, left: Item, right: Item) -> Made:
        """Of two that differ in blanks only, the same whichever side they are on."""
        texts = (left.text, right.text)
        side = LEFT if max(texts, key=_room) == left.text else RIGHT
        return self.whole(left if side == LEFT else right, side)


def _side_at_end(slot: Slot | None, made: bytes) -> int:
    """Which side alone put in the last word of what both put in; 0 is none."""
    if slot is None or slot.base is not None or slot.left is None or slot.right is None:
        return 0
    ends = [made.endswith(item.text.rsplit(None, 1)[-1]) for item in (slot.left, slot.right)]
    return 0 if ends[0] == ends[1] else LEFT if ends[0] else RIGHT


def layout_of(
    parents: Nodes,
    bounds: tuple[tuple[int, int], ...],
    lists: Lists,
    *,
    commas: bool,
) -> Layout:
    base, left, right = (parent.source for parent in parents)
    return Layout((base, left, right), bounds, lists, depths_of(parents, lists), commas)


def _gaps(nodes: Sequence[Node]) -> Iterator[bytes]:
    """What stands between neighbours."""
    for one, other in pairwise(nodes):
        yield one.source.text[one.end : other.start]


def _own_separator(item: Item) -> bytes:
    """The separator that an item has in it, before the comment behind it."""
    core, comments = item.core, item.source.profile.comments
    if item.parts[-1] is core or item.parts[-1].type not in comments:
        return b""
    return separator_of(item.source.text[core.end : item.end])


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


def _room(text: bytes) -> tuple[int, int, bytes]:
    return text.count(b"\n"), len(text), text
