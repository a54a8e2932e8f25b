"""What one side put a copy of beside it, while the other changed it."""

from __future__ import annotations

from collections.abc import Sequence

from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Lists, Slot
from agentfs.merge.structured.trees.items import Item


def is_copied(slot: Slot, lists: Lists) -> bool:
    """Whether one side put a copy beside what the other changed: nobody knows which is meant."""
    texts = [item.text for item in slot.items]
    for side in (LEFT, RIGHT) if len(texts) > RIGHT else ():
        if texts[side] == texts[0] != texts[LEFT + RIGHT - side]:
            return _equals_around(slot[side], lists[side]) > _equals_around(slot[0], lists[0])
    return False


def _equals_around(item: Item | None, items: Sequence[Item]) -> int:
    """How many items beside one are the same."""
    if item is None:
        return 0
    count = 0
    for step in (-1, 1):
        at = item.index + step
        while 0 <= at < len(items) and items[at].text == item.text:
            count += 1
            at += step
    return count
