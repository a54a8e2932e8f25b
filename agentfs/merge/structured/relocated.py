"""Entries of data that one side moved to another object, as they were, while the other changed
them.

Known by their key and their value.  An entry is moved if it is gone from an object that is still
there, and there is just one other of its key that is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from agentfs.merge.structured.items import Item, items_of, same
from agentfs.merge.structured.keys import group_of, key_of
from agentfs.merge.structured.slot import BASE, LEFT, RIGHT, Slot
from agentfs.merge.structured.tree import DEEPEST, Node, Nodes

_Path = tuple[bytes, ...]
"""The keys of what an entry is in, the outermost first, and its own."""


@dataclass
class _Changes:
    """What one side has of another key than base, by the key alone."""

    gone: dict[bytes, list[tuple[_Path, Item]]] = field(default_factory=lambda: defaultdict(list))
    new: dict[bytes, list[Item]] = field(default_factory=lambda: defaultdict(list))


def relocated(trees: Nodes) -> Iterator[tuple[int, Slot]]:
    """Which side moved it, and its three versions."""
    if not trees[BASE].source.profile.moving:
        return
    sides = {side: _changes(trees[BASE], trees[side]) for side in (LEFT, RIGHT)}
    for side, other in ((LEFT, RIGHT), (RIGHT, LEFT)):
        for key, places in sides[side].gone.items():
            arrived = sides[side].new.get(key, ())
            if len(places) != 1 or len(arrived) != 1 or key in sides[other].new:
                continue
            path, was = places[0]
            kept = _at(trees[other], path)
            if kept is None or same(kept.core, was.core) or not same(was.core, arrived[0].core):
                continue
            yield (
                side,
                Slot(was, arrived[0], kept) if side == LEFT else Slot(was, kept, arrived[0]),
            )


def _changes(base: Node, side: Node) -> _Changes:
    changes = _Changes()
    waiting: list[tuple[_Path, Node, Node]] = [((), base, side)]
    while waiting:
        path, one, other = waiting.pop()
        mine, theirs = entries_in(one), entries_in(other)
        for key, item in mine.items():
            after = theirs.get(key)
            if key not in theirs and item is not None and _may_move(item):
                changes.gone[key].append(((*path, key), item))
            elif item is not None and after is not None and item.text != after.text:
                waiting.append(((*path, key), item.core, after.core))
        for key, item in theirs.items():
            if key not in mine and item is not None:
                for inner_key, inner in ((key, item), *_all_below(item.core)):
                    if _may_move(inner):
                        changes.new[inner_key].append(inner)
    return changes


def _may_move(item: Item) -> bool:
    return item.core.type in item.source.profile.moving


def _all_below(node: Node, depth: int = DEEPEST) -> Iterator[tuple[bytes, Item]]:
    for key, item in entries_in(node).items() if depth else ():
        if item is not None:
            yield key, item
            yield from _all_below(item.core, depth - 1)


def _at(tree: Node, path: _Path) -> Item | None:
    found: Item | None = None
    for key in path:
        found = entries_in(tree).get(key)
        if found is None:
            return None
        tree = found.core
    return found


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
