"""Expressions of which one side changed the operator, and the other an operand.

``count > 0`` became ``count > 1`` here and ``count >= 0`` there: ``count >= 1`` is what nobody
wrote or meant.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Slot
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.trees.items import Item, same

MOST: Final = 5
"""Items of an expression; a longer list is none."""
_OPERATOR: Final = re.compile(rb"(?!/>)[-+*/%<>=!&|^~?]+|and|or|not|in|is|not in|is not")


def changes_meaning(slots: Slots) -> bool:
    if len(slots.base) > MOST or _operators(slots, LEFT) == _operators(slots, RIGHT):
        return False
    things = [slot for slot in slots.things if not _is_unchanged(slot)]
    for side, other in ((LEFT, RIGHT), (RIGHT, LEFT)):
        replaced = any(_is_operator(slot.base) and _differs(slot, side) for slot in things)
        put = any(_is_operator(slot[side]) and _differs(slot, side) for slot in things)
        if replaced and put and any(_differs(slot, other) for slot in things):
            return True
    return False


def _operators(slots: Slots, side: int) -> list[bytes]:
    order = slots.left if side == LEFT else slots.right
    items = [slots.things[number][side] for number in order]
    return [item.text for item in items if item is not None and _is_operator(item)]


def _is_unchanged(slot: Slot) -> bool:
    return not _differs(slot, LEFT) and not _differs(slot, RIGHT)


def _differs(slot: Slot, side: int) -> bool:
    """Whether a side put, took or changed the thing."""
    base, item = slot.base, slot[side]
    if base is None or item is None:
        return base is not item
    return not same(base, item)


def _is_operator(item: Item | None) -> bool:
    return (
        item is not None and not item.core.named and _OPERATOR.fullmatch(item.core.text) is not None
    )
