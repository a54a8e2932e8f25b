"""Entries of data that one side moved to another object, as they were, while the other changed
them.

Known by their key and their value.  An entry is moved if it is gone from an object that is still
there, and there is just one other of its key that is new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Nodes, Slot
from agentfs.merge.structured.trees.items import Item, items_of, same
from agentfs.merge.structured.trees.keys import group_of, key_of
from agentfs.merge.structured.trees.tree import DEEPEST, Node


@dataclass
class _Changes:
    """What objects have on one side that they do not have in base, and the other way round."""

    added: dict[bytes, list[Item]] = field(default_factory=lambda: defaultdict(list))
    dropped: Counter[bytes] = field(default_factory=Counter)


def relocated(trees: Nodes) -> Iterator[tuple[int, Slot]]:
    """Which side moved it, and its three versions."""
    gone = list(_gone(trees)) if trees[BASE].source.profile.moving else []
    if not gone:
        return
    changes = {side: _changes(trees[BASE], trees[side]) for side in (LEFT, RIGHT)}
    for side, key, was, kept in gone:
        mine, theirs = changes[side], changes[LEFT + RIGHT - side]
        arrived = mine.added[key]
        if len(arrived) != 1 or mine.dropped[key] != 1 or theirs.added[key]:
            continue
        if same(was.core, arrived[0].core):
            yield side, Slot(was, *((arrived[0], kept) if side == LEFT else (kept, arrived[0])))


def _gone(trees: Nodes) -> Iterator[tuple[int, bytes, Item, Item]]:
    """Entries that one side does not have where the other changed them: which side, their key, and
    what they are in base and on the other side."""
    waiting = [trees]
    while waiting:
        mine, *sides = (entries_in(each) for each in waiting.pop())
        for key, was in mine.items():
            left, right = (each.get(key) for each in sides)
            if was is None:
                continue
            if left is not None and right is not None:
                if was.text not in (left.text, right.text):
                    waiting.append((was.core, left.core, right.core))
            elif _may_move(was):
                side, kept = (LEFT, right) if left is None else (RIGHT, left)
                is_gone = key not in sides[side - 1]
                if kept is not None and is_gone and not same(kept.core, was.core):
                    yield side, key, was, kept


def _changes(base: Node, side: Node) -> _Changes:
    changes = _Changes()
    waiting = [(base, side)]
    while waiting:
        one, other = waiting.pop()
        mine, theirs = entries_in(one), entries_in(other)
        changes.dropped.update(mine.keys() - theirs.keys())
        for key, item in theirs.items():
            was = mine.get(key)
            if item is not None and was is not None and item.text != was.text:
                waiting.append((was.core, item.core))
            elif item is not None and key not in mine:
                for inner_key, inner in ((key, item), *_all_below(item.core)):
                    if _may_move(inner):
                        changes.added[inner_key].append(inner)
    return changes


def _may_move(item: Item) -> bool:
    return item.core.type in item.source.profile.moving


def _all_below(node: Node, depth: int = DEEPEST) -> Iterator[tuple[bytes, Item]]:
    for key, item in entries_in(node).items() if depth else ():
        if item is not None:
            yield key, item
            yield from _all_below(item.core, depth - 1)


def entries_in(node: Node) -> Mapping[bytes, Item | None]:
    """What has a key and is in nothing else that has one; None where several have that."""
    found: dict[bytes, Item | None] = {}
    waiting = [(node, DEEPEST)]
    while waiting:
        at, depth = waiting.pop()
        for item in items_of(at) if at.children else ():
            key = key_of(item) if group_of(item) is not None else None
            if key is not None:
                found[key] = None if key in found else item
            elif depth:
                waiting.append((item.core, depth - 1))
    return found
