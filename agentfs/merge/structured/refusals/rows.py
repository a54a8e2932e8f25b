"""Tables to which one side gave a column, or took one from, while the other added a row.

The new row is as wide as the table was: it would stand there, and be wrong.  A table is any list
with several items of one kind that all have as many parts, which go by their places.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Slot
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import definition_in

FEW: Final = 2
"""Rows that a table has at least."""


def changes_width(slots: Slots) -> bool:
    """Whether a side inserted a row as wide as all were, and on the other none is any more."""
    kinds: dict[str, list[Slot]] = defaultdict(list)
    inserted: list[Slot] = []
    for slot in slots.things:
        if slot.base is not None:
            kinds[slot.base.core.type].append(slot)
        elif len(slot.items) == 1:
            inserted.append(slot)
    widths: dict[tuple[str, int], set[int]] = {}
    for slot in inserted:
        side, other = (RIGHT, LEFT) if slot.left is None else (LEFT, RIGHT)
        row = slot[side]
        assert row is not None
        kind = row.core.type
        rows = kinds[kind]
        if len(rows) == 1:
            rows = [slot for each in kinds.values() for slot in each]  # a head is as wide
        if len(rows) < FEW or not _is_row(row):
            continue
        for each in (BASE, other):
            if (kind, each) not in widths:
                widths[kind, each] = _widths(rows, each)
        was, becomes = widths[kind, BASE], widths[kind, other]
        if len(was) == 1 == len(becomes) and {_width(row)} == was != becomes:
            return True
    return False


def _is_row(item: Item) -> bool:
    node = item.core
    if node.syntax is None or not _width(item) or definition_in(node) is not None:
        return False
    rules = (rule for rule in node.source.profile.unordered if not rule.alone)
    return not any(node.type in rule.parents for rule in rules)


def _widths(rows: list[Slot], side: int) -> set[int]:
    return {_width(item) for slot in rows if (item := slot[side]) is not None}


def _width(item: Item) -> int:
    """How many parts it has; one that has a field of its own does not go by its place."""
    node = item.core.syntax
    if node is None:
        return 0
    parts = enumerate(node.children)
    return sum(part.is_named and not node.field_name_for_child(at) for at, part in parts)
