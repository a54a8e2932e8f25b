"""Blanks of a merged list: what stands between any two of its things.

Only blanks, separators, and comments that stand behind a separator; never an item.  Blanks are
merged three ways like all else, but they never conflict.
"""

from __future__ import annotations

from dataclasses import dataclass

from agentfs.merge.structured.layout.borrowed import FAR, Borrowed
from agentfs.merge.structured.layout.depths import Depths, depths_of
from agentfs.merge.structured.layout.gaps import Gaps
from agentfs.merge.structured.made import Made, Undecided
from agentfs.merge.structured.matching.emptied import gap_behind
from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Lists, Nodes, Slot
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.tree import (
    BLANKS,
    BRACKETS,
    SEPARATORS,
    separator_of,
)
from agentfs.model.conflicts import ConflictKind


@dataclass(frozen=True)
class Layout:
    """How the texts of three versions of one list are put together."""

    lists: Lists
    depths: Depths
    gaps: Gaps
    borrowed: Borrowed

    def between(self, before: Slot | None, after: Slot | None, made: bytes = b"") -> bytes:
        """What goes between two items that stand side by side in the merged list; None is the
        parent's begin or end.  `made`: what became of the first, if that is known."""
        behind = gap_behind(before, made)
        if behind is not None:
            return self.depths.shifted(*behind)
        gaps = [self.gaps.between(side, before, after) for side in range(3)]
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
                ends = (each.items[0] if each else None for each in (before, after))
                text = self.gaps.in_form(gap, side, *ends)
                if after is not None and text.endswith(b"\n"):
                    text += dict(self.depths.shifts[side]).get(b"", b"")
                return self._closed(self._parted(text, before, after), before, after)
        return self._closed(self.borrowed.between(before, after), before, after)

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
        gaps = [self.gaps.between(side, before, after) for side in range(3)]
        known = [gap for gap in gaps if gap is not None]
        if len(known) < 3 or len({gap.count(b"\n") > 0 for gap in known}) == 1:
            return None
        return [self.depths.shifted(gap, side) for side, gap in enumerate(known)]

    def is_new(self, before: Slot, after: Slot) -> bool:
        """Whether no version has the two as neighbours."""
        return all(self.gaps.between(side, before, after) is None for side in range(3))

    def _chosen(self, left: bytes, right: bytes) -> bytes:
        """Of two, the same whichever side they are on: the roomier one."""
        left, right = self.depths.shifted(left, LEFT), self.depths.shifted(right, RIGHT)
        return max(left, right, key=_room)

    def undecided(
        self, before: Slot | None, after: Slot | None, kind: ConflictKind, reason: str
    ) -> Undecided:
        """All that stands between two items which all versions have; None is an end."""
        texts = []
        for side in range(3):
            start, end = self.gaps.bounds[side]
            first = before[side] if before else None
            last = after[side] if after else None
            text = self.gaps.sources[side].text
            piece = text[first.end if first else start : last.start if last else end]
            texts.append(self.depths.shifted(piece, side))
        both = separator_of(texts[LEFT])
        on_lines = all(b"\n" in texts[side] for side in (LEFT, RIGHT))
        if after is None and both and both == separator_of(texts[RIGHT]) and not texts[BASE]:
            # On lines of its own, what sides added is shown without what they put before it.
            texts[BASE] = both if on_lines else b""
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
    depths = depths_of(parents, lists)
    gaps = Gaps((base, left, right), bounds, lists, depths)
    return Layout(lists, depths, gaps, Borrowed(gaps, commas))


def _own_separator(item: Item) -> bytes:
    """The separator that an item has in it, before the comment behind it."""
    core, comments = item.core, item.source.profile.comments
    if item.parts[-1] is core or item.parts[-1].type not in comments:
        return b""
    return separator_of(item.source.text[core.end : item.end])


def _room(text: bytes) -> tuple[int, int, bytes]:
    return text.count(b"\n"), len(text), text
