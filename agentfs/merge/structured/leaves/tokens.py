"""Tokens that both sides changed: a string, a comment, a run of text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from agentfs.merge.lines import merge_lines
from agentfs.merge.structured.layout.layout import Layout
from agentfs.merge.structured.made import Made, Undecided
from agentfs.merge.structured.matching.slot import LEFT, RIGHT, Slot
from agentfs.merge.structured.trees.items import same
from agentfs.merge.structured.trees.tree import Node

_QUOTED: Final = (
    # What says the same in quotes of either kind.
    re.compile(rb"""(["'])([^\n"'`\\$#%{}]*)\1"""),
    re.compile(rb"""(\"{3}|'{3})([^"'\\]*)\1"""),
    # To a shell, for want of blanks.
    re.compile(rb"""("?)(\$[\w${}.,:/@=+-]+)\1"""),
)


def merged_token(slot: Slot, layout: Layout) -> Made | Undecided | None:
    """By its lines if it has several; None if two of its versions say the same."""
    base, left, right = slot.versions
    if any(same(one, other) for one, other in ((base, left), (base, right), (left, right))):
        return None
    if made := _flowed(slot, layout) or requoted(slot):
        return made
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


def requoted(slot: Slot) -> Made | None:
    """What the one side wrote, in the quotes that the other side put around what was there."""
    base, left, right = slot.versions
    for form in _QUOTED:
        was, one, other = (form.fullmatch(item.text) for item in (base, left, right))
        if not was or not one or not other:
            continue
        for quoted, changed, kind in ((one, other, left.core.type), (other, one, right.core.type)):
            if quoted[2] == was[2] != changed[2] and changed[1] == was[1] != quoted[1]:
                return Made(kind, (quoted[1] + changed[2] + quoted[1],), whole=True)
    return None
