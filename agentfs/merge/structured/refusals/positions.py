"""Lists of which the number of items says what each one means: the values of ``padding``.

``8px`` became ``10px`` here and ``12px 8px`` there: ``12px 10px`` is what nobody wrote or meant.
Values of different kinds are known by those: ``1px solid`` and ``red``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from agentfs.merge.structured.matching.slot import Lists
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.tree import WORD, Node


def changes_number(parents: Sequence[Node], lists: Lists) -> bool:
    """Whether a side has more or fewer items of a kind than base has, and the other another
    change of that kind."""
    if any(each.type not in each.source.profile.positional for each in parents):
        return False
    if any(item.core.type == WORD for items in lists for item in items):
        return False  # it has keys
    if any(
        b"," in item.source.text[before.end : item.start]
        for items in lists
        for before, item in pairwise(items)
    ):
        return False  # what is between two commas is for itself
    base, left, right = map(_texts, lists)
    return any(
        left[kind] != base[kind] != right[kind] != left[kind]
        and {len(left[kind]), len(right[kind])} != {len(base[kind])}
        for kind in base.keys() | left.keys() | right.keys()
    )


def _texts(items: Sequence[Item]) -> Mapping[str, list[bytes]]:
    """What there is of each kind, in order."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for item in items:
        if item.core.named:
            found[item.core.type].append(item.core.text)
    return found
