"""Things that both sides made a list of, or put a list behind."""

from __future__ import annotations

from agentfs.merge.structured.matching.slot import Slot
from agentfs.merge.structured.trees.items import same
from agentfs.merge.structured.trees.keys import (
    is_list,
    is_with_list,
)


def listed_by_both(slot: Slot) -> bool:
    """Whether both sides made of one thing a list that holds it and may have any order:
    ``A | B`` of ``A``."""
    base, left, right = slot
    if base is None or left is None or right is None or left.core.type != right.core.type:
        return False
    if any(len(item.parts) > 1 for item in slot.items):
        return False
    return is_list(left.core) and all(
        any(same(child, base.core) for child in item.core.children) for item in (left, right)
    )


def given_lists(slot: Slot) -> bool:
    """Whether both sides put a list behind one thing, or behind all that it is: ``f(x=1)`` of
    ``f``, ``@A(x = 1)`` of ``@A``."""
    base, left, right = slot.versions
    if left.core.type != right.core.type or any(len(item.parts) > 1 for item in slot.items):
        return False
    return any(
        all(is_with_list(item.core, head) for item in (left, right))
        for head in ((base.core,), base.core.children)
    )
