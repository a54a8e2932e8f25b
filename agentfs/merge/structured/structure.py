"""The merge of three syntax trees, from the top.

A node that one side left alone is the other side's.  Of a node that both changed the children
are matched, put in order, and merged one by one.  What cannot be decided becomes `Undecided`,
as far down as can be.  Nothing here parses or looks at the result: `merge3` does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from agentfs.merge.lines import merge_lines
from agentfs.merge.structured.layout.depths import taken_to
from agentfs.merge.structured.layout.joined import Piece, joined
from agentfs.merge.structured.layout.layout import Layout, layout_of
from agentfs.merge.structured.leaves.embedded import Embedder, merged_inside
from agentfs.merge.structured.leaves.tokens import merged_token, requoted
from agentfs.merge.structured.made import Made, Part, Undecided, flat
from agentfs.merge.structured.matching.emptied import is_emptied
from agentfs.merge.structured.matching.likeness import ALIKE, similarity
from agentfs.merge.structured.matching.moves import Moves
from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Lists, Nodes, Slot, versions
from agentfs.merge.structured.matching.slots import Slots, slots_of, slots_of_two
from agentfs.merge.structured.matching.stayed import with_comments_that_stay
from agentfs.merge.structured.order.regions import Region, is_prose, regions
from agentfs.merge.structured.order.spots import Spot, decide
from agentfs.merge.structured.refusals.copied import is_copied
from agentfs.merge.structured.refusals.lists import against
from agentfs.merge.structured.refusals.renamed import uses_renamed
from agentfs.merge.structured.reshaped.given import given_anew
from agentfs.merge.structured.reshaped.inside import inside, put_in_as_changed
from agentfs.merge.structured.reshaped.keptparts import (
    as_left_alone,
    is_in_other_form,
    kept_before,
    kept_body,
    kept_in_new,
    kept_part,
)
from agentfs.merge.structured.reshaped.listed import given_lists, listed_by_both
from agentfs.merge.structured.reshaped.nesting import put_in
from agentfs.merge.structured.reshaped.rebuilt import are_built_alike, kept_parts
from agentfs.merge.structured.reshaped.tags import as_closed, tags_of
from agentfs.merge.structured.reshaped.wrappers import is_wrapped_anew, unwrapped
from agentfs.merge.structured.trees.items import Item, bare_items, items_of, same
from agentfs.merge.structured.trees.keys import definition_in, group_of, is_untold, key_of
from agentfs.merge.structured.trees.tree import DEEPEST
from agentfs.model.conflicts import ConflictKind

_RENAMED: Final = "one side gave another name to what the other uses once more"


@dataclass(frozen=True)
class Way:
    """What is tried, of that which may come out wrong."""

    lines_first: bool = True
    """Definitions that both changed are merged by lines, if they can."""
    commas: bool = True
    """Entries are taken to be separated where nothing tells."""
    parts: bool = True
    """A part of what is gone is looked for in what is there instead (`keptparts`)."""


def merge_trees(trio: Nodes, moves: Moves, way: Way, embedder: Embedder | None = None) -> Made:
    """`moves`: those of the three trees.  `embedder`: merges texts of other languages that are in
    these."""
    made = _Merge(way, moves, embedder).children(trio, _lists(trio), DEEPEST)
    return Made(trio[LEFT].type, made)


@dataclass(frozen=True)
class _Frame:
    """Where a list is: its parent's versions, their layout, and how deep it may be merged."""

    parents: Nodes
    layout: Layout
    depth: int


@dataclass(frozen=True)
class _Merge:
    way: Way
    moves: Moves
    embedder: Embedder | None

    def children(
        self, parents: Nodes, lists: Lists, depth: int, pinned: Slot | None = None
    ) -> tuple[Part, ...]:
        """`pinned`: the cores, if the lists are the parts of one item and not of `parents`."""
        slots = slots_of(lists, None if _more_are_joined(lists) else pinned)
        bounds = _bounds(lists) if pinned else tuple((each.start, each.end) for each in parents)
        frame = _Frame(parents, layout_of(parents, bounds, lists, commas=self.way.commas), depth)
        reason = against(slots, lists, None if pinned else parents)
        if reason is not None:
            return (frame.layout.undecided(None, None, ConflictKind.EDIT_EDIT, reason),)
        return self._ordered(slots, frame)

    def _ordered(self, slots: Slots, frame: _Frame, *, based: bool = True) -> tuple[Part, ...]:
        pieces: list[Piece] = []
        used: set[int] = set()
        kept: dict[int, Made] = {}
        for region in regions(slots.base, slots.left, slots.right):
            anchor = slots.things[region.anchor] if region.anchor is not None else None
            spot = decide(region, slots, self.moves, based=based)
            if (
                spot.order is None
                and self.way.parts
                and (in_new := self._kept_in_new(region, slots, frame))
            ):
                spot, made = in_new
                kept.update(made)
            if spot.torn:
                return (frame.layout.undecided(None, None, spot.kind, spot.reason),)
            if spot.order is None:
                before = pieces[-1].slot if pieces else None
                undecided = frame.layout.undecided(before, anchor, spot.kind, spot.reason)
                pieces.append(Piece(None, replace(undecided, prose=is_prose(region, slots))))
            numbers = spot.order or ()
            for number in (*numbers, *([region.anchor] if region.anchor is not None else [])):
                slot = slots.things[number]
                if number in used:  # both sides moved or added it, each at another place
                    if group_of(slot.items[0]) is not None:
                        continue
                    return (frame.layout.undecided(None, None, ConflictKind.MOVE_MOVE, ""),)
                used.add(number)
                if is_copied(slot, frame.layout.lists):
                    reason = "one side copied what the other changed"
                    return (frame.layout.undecided(None, None, ConflictKind.EDIT_EDIT, reason),)
                pieces.append(Piece(slot, kept.get(number) or self._thing(slot, frame)))
                self._keep_before(pieces, frame)
        return tuple(joined(pieces, frame.layout))

    def _keep_before(self, pieces: list[Piece], frame: _Frame) -> None:
        """Decides the last piece, if one side gave a part of it a name in what it put before that,
        where the other side's changes of that part belong."""
        slot, made = pieces[-1].slot, pieces[-1].made
        for at in range(len(pieces) - 2, -1, -1):
            new = pieces[at].slot
            if not self.way.parts or slot is None or new is None or new.base is not None:
                return
            if at == len(pieces) - 2 and not _is_open(made):
                return
            if trio := kept_before(slot, new):
                side = LEFT if new.left is not None else RIGHT
                outer = slot.versions[side]
                inner = self._inner(versions(*trio, is_left=side == LEFT), frame)
                if inner.decided:
                    pieces[at] = Piece(new, put_in(new.items[0].core, {trio[1]: inner}))
                    pieces[-1] = Piece(slot, frame.layout.whole(outer, side))
                return

    def _kept_in_new(
        self, region: Region, slots: Slots, frame: _Frame
    ) -> tuple[Spot, dict[int, Made]] | None:
        """What is there if a side deleted what the other changed, but for the part that the other
        changed, which is in something new; and what becomes of that."""
        lost = [n for n in region.base if slots.things[n].deleted_and_changed]
        if len(lost) != 1:
            return None
        is_left = slots.things[lost[0]].left is not None
        found = kept_in_new(slots.things[lost[0]], region.right if is_left else region.left, slots)
        if found is None or not frame.depth:
            return None
        spot = decide(region, as_left_alone(slots, lost), self.moves)
        if spot.order is None or found[0] not in spot.order:
            return None
        base, outer, other = found[1]
        made = self._inner(versions(base, other, outer, is_left=is_left), frame)
        if not made.decided:
            return None
        core = slots.things[found[0]].items[0].core
        return spot, {found[0]: put_in(core, {outer: made})}

    def _thing(self, slot: Slot, frame: _Frame) -> Made | Undecided:
        base, left, right = slot
        if left is None or right is None:
            item = left or right
            assert item is not None
            return self._taken(item, RIGHT if left is None else LEFT, frame)
        if left.text == right.text and left.core.type == right.core.type:
            return frame.layout.whole(left, LEFT)
        if base is None:
            return self._united(left, right, frame)
        if is_emptied(slot):
            trio = (base.core, left.core, right.core)
            return Made(base.core.type, self.children(trio, _lists(trio), frame.depth))
        if base.text == left.text and base.core.type == left.core.type:
            return self._taken(right, RIGHT, frame)
        if base.text == right.text and base.core.type == right.core.type:
            return self._taken(left, LEFT, frame)
        return self.changed_by_both(slot, frame)

    def changed_by_both(self, slot: Slot, frame: _Frame) -> Made | Undecided:
        base, left, right = slot.versions
        anew = is_wrapped_anew(slot)
        if anew and all(len(item.parts) == 1 for item in slot.items):
            return self._wrapped_anew(slot, frame)
        around = None if anew else self._inside(slot, frame)
        if around is not None:
            return around
        alike = base.core.type == left.core.type == right.core.type
        if not alike and (listed_by_both(slot) or given_lists(slot)):
            return self._united(left, right, frame)
        if len(base.parts) == len(left.parts) == len(right.parts) == 1:
            if alike or are_built_alike(slot):
                return self._or_kept(slot, self._node(slot, frame), frame)
            made = self._made_anew(slot, frame) or _other_kinds(slot, frame)
            return self._or_kept(slot, made, frame)
        lists = (bare_items(base.parts), bare_items(left.parts), bare_items(right.parts))
        cores = Slot(
            *(
                next(each for each in items if each.core is item.core)
                for items, item in zip(lists, (base, left, right), strict=True)
            )
        )
        return Made("", self.children(frame.parents, lists, frame.depth, cores))

    def _or_kept(self, slot: Slot, made: Made | Undecided, frame: _Frame) -> Made | Undecided:
        """`made`; but if that is undecided, what one side made of it, with the part that the other
        side changed as that has it."""
        base, left, right = (item.core for item in slot.items)
        if not _undecided_in(made) or not self.way.parts or not frame.depth:
            return made
        is_plain = _is_open(made)
        for outer, other in ((left, right), (right, left)):
            trio = given_anew(base, outer, other)
            # Of several lines, some may have got others in their place.
            is_known = b"\n" not in base.text or is_in_other_form(base, outer)
            if trio is None and is_plain and is_known:
                trio = kept_part(base, outer, other)
            if trio is None and is_plain:
                trio = kept_body(base, outer, other)
            if trio is not None:
                was, node, became = trio
                inner = self._inner(versions(was, node, became, is_left=outer is left), frame)
                if inner.decided:
                    return put_in(outer, {node: inner})
        return made

    def _wrapped_anew(self, slot: Slot, frame: _Frame) -> Made | Undecided:
        found = unwrapped(slot)
        if found is None:
            return frame.layout.undecided_item(slot)
        made = self._thing(found.inner, frame)
        if isinstance(made, Undecided):
            return frame.layout.undecided_item(slot)
        return put_in(found.outer, {found.path[-1]: made}) if found.path else made

    def _inside(self, slot: Slot, frame: _Frame) -> Made | None:
        """What one side put into something larger or took out of it; None if it did not."""
        if any(len(item.parts) > 1 for item in slot.items):
            return None
        outer = put_in_as_changed(*(item.core for item in slot.versions))
        if outer is not None:
            return Made(outer.type, (outer.text,), whole=True)
        found = inside(slot)
        if found is None:
            return None
        made = self._inner(found.trio, frame)
        if found.outer is None or found.hole is None:
            return made
        return put_in(found.outer, {found.hole: made})

    def _made_anew(self, slot: Slot, frame: _Frame) -> Made | Undecided | None:
        """A definition that one side wrote in another way, as a method or ``const f = () => {}``,
        while the other changed its body or its parameters."""
        base, left, right = (item.core for item in slot.items)
        if uses_renamed((base, left, right)):
            return replace(frame.layout.undecided_item(slot), reason=_RENAMED)
        keys = {*map(key_of, slot.items)}
        named = definition_in(base) is not None or (len(keys) == 1 and None not in keys)
        for outer, other in ((left, right), (right, left)):
            if outer.type == base.type:
                continue
            if frame.depth and (tags := tags_of(base, outer, other)):
                trio = versions(*tags, is_left=outer is left)
                tag = Made(tags[1].type, self.children(trio, _lists(trio), frame.depth - 1))
                tag = as_closed(tag, tags[1])
                return tag if tags[1] is outer else put_in(outer, {tags[1]: tag})
            trios = kept_parts(base, outer, other, named=named)
            made = {trio[1]: self._kept(trio, outer is left, frame) for trio in trios}
            if made and all(each is not None for each in made.values()):
                return put_in(outer, {node: each for node, each in made.items() if each})
        return None

    def _kept(self, trio: Nodes, is_left: bool, frame: _Frame) -> Made | None:
        """A part of base, `outer`, which is left's or right's, and the other side."""
        base, outer, other = trio
        if not (same(base, outer) or same(base, other)) and not (
            frame.depth and all(node.children for node in trio)
        ):
            return None
        return self._inner(versions(base, outer, other, is_left=is_left), frame)

    def _inner(self, trio: Nodes, frame: _Frame) -> Made:
        """One thing that stands elsewhere in base or on a side, which just moved it there."""
        base, left, right = trio
        kinds = {node.type for node in trio}
        if len(kinds) == 1 and frame.depth and all(node.children for node in trio):
            return Made(base.type, self.children(trio, _lists(trio), frame.depth - 1))
        changed, place = (right, left) if same(base, left) else (left, right)
        return Made(changed.type, (taken_to(changed, place),), whole=True)

    def _taken(self, item: Item, side: int, frame: _Frame) -> Made | Undecided:
        """An item that only one side has or changed, but for what it holds that was moved there
        while the other side changed it."""
        slot = self.moves.at(item, side)
        if slot is not None:
            return self._moved(slot, frame)
        if not self.moves.within(item, side):
            return frame.layout.whole(item, side)
        text = item.source.text
        parts: list[Part] = []
        at = item.start
        inner = [each for part in item.parts for each in items_of(part)]
        for each in inner:
            parts += [text[at : each.start], self._taken(each, side, frame)]
            at = each.end
        return Made("", (*parts, text[at : item.end]), whole=True)

    def _moved(self, slot: Slot, frame: _Frame) -> Made | Undecided:
        """What one side put here and the other changed where it was."""
        base, left, right = slot
        assert base is not None
        if left is not None and base.text == left.text and right is not None:
            return frame.layout.whole(right, RIGHT)
        if right is not None and base.text == right.text and left is not None:
            return frame.layout.whole(left, LEFT)
        # Its parts may stand where it does, and must not be taken for it.
        return replace(self, moves=self.moves.without(slot)).changed_by_both(slot, frame)

    def _node(self, slot: Slot, frame: _Frame) -> Made | Undecided:
        base, left, right = slot.versions
        trio = (base.core, left.core, right.core)
        if not frame.depth or not all(node.children for node in trio):
            embedded = merged_inside(slot, self.embedder) if self.embedder else None
            if embedded is not None:
                return Made(left.core.type, (embedded,), whole=True)
            return merged_token(slot, frame.layout) or _other_kinds(slot, frame)
        kind = right.core.type if left.core.type == base.core.type else left.core.type
        if (
            self.way.lines_first
            and not frame.layout.depths.differ
            and definition_in(base.core) is not None
        ):
            merged = merge_lines(base.text, left.text, right.text)
            if merged.clean:
                return Made(kind, (merged.text_with("left"),), whole=True)
        if uses_renamed(trio):
            return replace(frame.layout.undecided_item(slot), reason=_RENAMED)
        return Made(kind, self.children(trio, _lists(trio), frame.depth - 1))

    def _united(self, left: Item, right: Item, frame: _Frame) -> Made | Undecided:
        """What both inserted, under one name or alike."""
        if same(left, right):
            return frame.layout.roomier(left, right)
        for item, other, side in ((left, right, LEFT), (right, left, RIGHT)):
            if _says_more(item, other):
                return frame.layout.whole(item, side)
        taken = (frame.layout.depths.taken(left, LEFT), frame.layout.depths.taken(right, RIGHT))
        both = Undecided(b"", *taken, ConflictKind.ADD_ADD)
        if left.core.type != right.core.type or not frame.depth:
            return both
        if key_of(left) is not None and (similarity(left, right) < ALIKE or is_untold(left)):
            return both
        if len(left.parts) == len(right.parts) == 1:
            kind, parts = left.core.type, (items_of(left.core), items_of(right.core))
        else:
            kind, parts = "", (bare_items(left.parts), bare_items(right.parts))
        if not parts[0] or not parts[1]:
            return both
        lists: Lists = ([], *parts)
        parents = (left.core, left.core, right.core)
        bounds = ((0, 0), (left.start, left.end), (right.start, right.end))
        layout = layout_of(parents, bounds, lists, commas=self.way.commas)
        inner = _Frame(parents, layout, frame.depth - 1)
        made = Made(kind, self._ordered(slots_of_two(*parts), inner, based=False))
        return made if made.decided else both


def _lists(trio: Nodes) -> Lists:
    base, left, right = trio
    return with_comments_that_stay((items_of(base), items_of(left), items_of(right)))


def _undecided_in(made: Part) -> list[Undecided]:
    parts = flat(made) if isinstance(made, Made) else (made,)
    return [part for part in parts if isinstance(part, Undecided)]


def _is_open(made: Part) -> bool:
    """Whether something in it is undecided, and nothing says why."""
    undecided = _undecided_in(made)
    return bool(undecided) and not any(part.reason for part in undecided)


def _more_are_joined(lists: Lists) -> bool:
    """Whether a side has another number of clauses of one function: the first need not be the
    first any more."""
    joined = lists[0][0].source.profile.joined if lists[0] else frozenset[str]()
    return len({sum(item.core.type in joined for item in items) for items in lists}) > 1


def _bounds(lists: Lists) -> tuple[tuple[int, int], ...]:
    return tuple((items[0].start, items[-1].end) for items in lists)


def _other_kinds(slot: Slot, frame: _Frame) -> Made | Undecided:
    """Both sides changed it, and not all are of one kind any more."""
    base, left, right = slot.versions
    if same(left, right):
        return frame.layout.roomier(left, right)
    if same(base, left):
        return frame.layout.whole(right, RIGHT)
    if same(base, right):
        return frame.layout.whole(left, LEFT)
    return requoted(slot) or frame.layout.undecided_item(slot)


def _says_more(item: Item, other: Item) -> bool:
    """Whether only the first of two that are the same has comments."""
    comments = item.source.profile.comments
    bare = [part for part in item.parts if part.type not in comments]
    return (
        len(other.parts) == len(bare) < len(item.parts)
        and all(part.type not in comments for part in other.parts)
        and all(same(one, two) for one, two in zip(bare, other.parts, strict=True))
    )
