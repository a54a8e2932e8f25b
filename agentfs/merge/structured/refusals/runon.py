"""Cases of which one side made one run on into the next, while the other put another one there.

``break`` at the end of ``case 1`` was taken away to go on with ``case 2``; where the other side put
``case 5`` between the two, it would be gone on with.
"""

from __future__ import annotations

from itertools import pairwise

from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT
from agentfs.merge.structured.matching.slots import Slots
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.tree import Node


def runs_on_anew(slots: Slots) -> bool:
    """Whether one side alone made a case run on, and what comes next is another on the other."""
    nexts: list[dict[int, int]] | None = None
    for number in slots.base:
        items = tuple(slots.things[number])
        if items[BASE] is None or not _may_run_on(items[BASE]):
            continue
        for side, other in ((LEFT, RIGHT), (RIGHT, LEFT)):
            if items[side] is None or items[other] is None:
                continue
            if _runs_on(items[BASE]) or not _runs_on(items[side]):
                continue
            if nexts is None:
                orders = (slots.base, slots.left, slots.right)
                nexts = [dict(pairwise(each)) for each in orders]
            if nexts[other].get(number) != nexts[BASE].get(number):
                return True
    return False


def _may_run_on(item: Item) -> bool:
    profile = item.source.profile
    return item.core.type in profile.left_by or item.core.type in profile.run_on_by


def _runs_on(item: Item | None) -> bool:
    if item is None:
        return False
    profile, kind = item.source.profile, item.core.type
    if kind in profile.run_on_by:
        return _ends_with(item.core, profile.run_on_by[kind])
    return not _ends_with(item.core, profile.left_by[kind])


def _ends_with(case: Node, kinds: frozenset[str]) -> bool:
    """Whether the last statement is one of these; that of a block is the block's last."""
    comments, bodies = case.source.profile.comments, case.source.profile.bodies
    node: Node | None = case
    while node is not None:
        named = [each for each in node.children if each.named and each.type not in comments]
        node = named[-1] if named else None
        if node is not None and node.type in kinds:
            return True
        if node is not None and node.type not in bodies and not node.text.startswith(b"{"):
            return False
    return False
