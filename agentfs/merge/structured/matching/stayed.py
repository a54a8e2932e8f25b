"""Comments that stay where they are though what they stood above was deleted.

The heading of a group stands directly above the first of the group, and belongs to it, as far
as one text tells.  If a side deletes the first one and leaves the comment, it stands above the
next one there, which nobody changed; so it is a thing of its own in all versions.
"""

from __future__ import annotations

from collections.abc import Sequence

from agentfs.merge.structured.matching.slot import Lists
from agentfs.merge.structured.trees.items import Item, with_indices
from agentfs.merge.structured.trees.tree import Node


def with_comments_that_stay(lists: Lists) -> Lists:
    """The lists, with such comments as items of their own."""
    base, left, right = lists
    stayed = _stayed(base, left) | _stayed(base, right)
    if not stayed:
        return lists
    return _detached(base, stayed), _detached(left, stayed), _detached(right, stayed)


def _stayed(base: Sequence[Item], side: Sequence[Item]) -> set[bytes]:
    """Texts of comments above what the side deleted, which stand above something else there."""
    above = {text: item.core.text for item in base if (text := _above(item))}
    if not above:
        return set()
    bare = {item.core.text for item in base if not _above(item)}
    left_over = {item.core.text for item in side}
    found = set[bytes]()
    for item in side:
        text = _above(item)
        if text in above and above[text] not in left_over and item.core.text in bare:
            found.add(text)
    return found


def _above(item: Item) -> bytes:
    """The comments that lead up to an item; empty if there are none."""
    lead = _lead(item)
    return item.source.text[lead[0].start : lead[-1].end] if lead else b""


def _lead(item: Item) -> list[Node]:
    comments = item.source.profile.comments
    lead: list[Node] = []
    for part in item.parts:
        if part is item.core or part.type not in comments:
            break
        lead.append(part)
    return lead


def _detached(items: Sequence[Item], stayed: set[bytes]) -> list[Item]:
    found: list[Item] = []
    for item in items:
        lead = _lead(item) if _above(item) in stayed else []
        found += [Item([comment], comment) for comment in lead]
        found.append(Item(item.parts[len(lead) :], item.core) if lead else item)
    return with_indices(found)
