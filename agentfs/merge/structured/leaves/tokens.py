"""Tokens that both sides changed: a string, a comment, a run of text."""

from __future__ import annotations

from dataclasses import replace

from agentfs.merge.lines import merge_lines
from agentfs.merge.structured.layout.layout import Layout
from agentfs.merge.structured.made import Made, Undecided
from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Slot
from agentfs.merge.structured.trees.items import same
from agentfs.merge.structured.trees.tree import Node


def merged_token(slot: Slot, layout: Layout) -> Made | Undecided | None:
    """By its lines if it has several; None if two of its versions say the same."""
    base, left, right = slot.versions
    if any(same(one, other) for one, other in ((base, left), (base, right), (left, right))):
        return None
    if flowed := _flowed(slot, layout):
        return flowed
    texts = [item.text for item in (base, left, right)]
    if all(b"\n" in text for text in texts):
        merged = merge_lines(texts[0], texts[1], texts[2])
        if merged.clean:
            return Made(left.core.type, (merged.text_with("left"),), whole=True)
    return replace(layout.undecided_item(slot), prose=_is_description(base.core))


def _is_description(node: Node) -> bool:
    profile = node.source.profile
    within = f"{node.parent.type}/{node.type}" if node.parent is not None else ""
    return node.type in profile.comments or within in profile.described


def _flowed(slot: Slot, layout: Layout) -> Made | None:
    """What one side wrote, if the other only broke the same words into other lines."""
    base, left, right = slot.versions
    if base.core.type not in base.source.profile.flowing:
        return None
    words = base.text.split()
    if left.text.split() in (words, right.text.split()):
        return layout.whole(right, RIGHT)
    return layout.whole(left, LEFT) if right.text.split() == words else None
