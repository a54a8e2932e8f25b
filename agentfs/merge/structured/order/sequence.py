"""Things that have their place by the grammar: what goes before what, and what is in brackets."""

from __future__ import annotations

from agentfs.merge.structured.matching.increasing import is_part
from agentfs.merge.structured.matching.slots import COMMENTS, Slots, group
from agentfs.merge.structured.order.anyorder import any_order
from agentfs.merge.structured.order.regions import Region
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.tree import CLOSING, OPENING


def in_sequence(region: Region, slots: Slots) -> tuple[int, ...] | None:
    """What the sides inserted and left, if the grammar says in which order: what a class
    extends, and what it implements.  What has one rank must be what may stand in any order."""
    base, left, right = ({*each} for each in (region.base, region.left, region.right))
    if base - left - right or any(
        slots.things[number].base is not None for number in (left | right) - base
    ):
        return None
    of = {number: _rank(slots.things[number].items[0]) for number in base | left | right}
    used = {*of.values()}
    if None in used or len(used) < 2:
        return None
    order: list[int] = []
    for rank in sorted(each for each in used if each is not None):
        mine, theirs = (
            tuple(n for n in side if of[n] == rank and (n not in base or n in left & right))
            for side in (region.left, region.right)
        )
        if base and len({*mine, *theirs}) > 1:
            return None
        both = mine if mine == theirs else None
        if mine and theirs and not both:
            both = any_order(Region((), mine, theirs, None), slots)
        if both is None and mine and theirs:
            return None
        order += both or mine + theirs
    kept = all(
        is_part([each for each in side if each in {*order}], order)
        for side in (region.left, region.right)
    )
    return tuple(order) if kept else None


def _rank(item: Item) -> int | None:
    """Where the grammar says that it stands."""
    sequence = enumerate(item.source.profile.sequence)
    return next((rank for rank, kinds in sequence if item.core.type in kinds), None)


def in_brackets(region: Region, slots: Slots) -> tuple[int, ...] | None:
    """Both sides' entries, if one side put a list into brackets: they stand in there."""
    left, right = region.left, region.right
    if region.base:
        return None
    for mine, other in ((left, right), (right, left)):
        first = [*mine[:1]] if mine and _text(mine[0], slots) in OPENING else []
        last = [*mine[-1:]] if mine and _text(mine[-1], slots) in CLOSING else []
        if bool(first) == bool(last):
            continue
        inner = mine[len(first) : len(mine) - len(last)]
        if not inner and all(group(slots.things[n]) not in {None, COMMENTS} for n in other):
            return (*first, *other, *last)
        sides = (inner, other) if mine is left else (other, inner)
        order = any_order(Region((), *sides, None), slots) if inner else None
        return None if order is None else (*first, *order, *last)
    return None


def _text(number: int, slots: Slots) -> bytes:
    return slots.things[number].items[0].text
