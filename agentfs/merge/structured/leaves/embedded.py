"""Texts of another language in a text: the script of a page.

Each is a text of its own: `merge3` merges it, without what is around it.
"""

from __future__ import annotations

from collections.abc import Callable

from agentfs.merge.structured.matching.slot import Slot
from agentfs.merge.structured.trees.tree import Node
from agentfs.syntax.embedded import suffix_of

Embedder = Callable[[bytes, bytes, bytes, bytes], bytes | None]
"""From the suffix of a language and three texts of it to the merged one; None if that has a
conflict."""


def merged_inside(slot: Slot, embedder: Embedder) -> bytes | None:
    """The merged text without the blanks around it; None if it is in no language that all
    versions agree on, or has a conflict."""
    cores = [item.core for item in slot.items]
    suffixes = {
        suffix_of(core.syntax, core.source.profile) if core.syntax is not None else None
        for core in cores
    }
    suffix = suffixes.pop()
    if suffixes or suffix is None:
        return None
    base, left, right = map(_with_blanks, cores)
    merged = embedder(suffix, base, left, right)
    return merged.strip() if merged is not None else None


def _with_blanks(node: Node) -> bytes:
    """With the blanks that tell how far the first line is indented."""
    assert node.syntax is not None
    return node.source.text[node.syntax.start_byte : node.syntax.end_byte]
