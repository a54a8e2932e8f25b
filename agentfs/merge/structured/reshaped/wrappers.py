"""A definition that a side put into a wrapper, or took out of one: a decorator, ``export``.

It is the same definition.  What it is wrapped in and what it is are merged each for itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from agentfs.merge.structured.matching.slot import Slot
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.keys import definition_in, kind_of
from agentfs.merge.structured.trees.tree import Node


@dataclass(frozen=True, slots=True)
class Unwrapped:
    inner: Slot
    """The definition itself."""
    outer: Node
    """What it is wrapped in from now on."""
    path: list[Node]
    """The nodes down to the definition in `outer`, which is one of them; empty if it is not
    wrapped any more."""


def is_wrapped_anew(slot: Slot) -> bool:
    """Whether it is one definition, and not wrapped alike everywhere."""
    cores = [item.core for item in slot.items]
    return (
        len({core.type for core in cores}) > 1
        and len({kind_of(core) for core in cores}) == 1
        and all(definition_in(core) is not None for core in cores)
    )


def unwrapped(slot: Slot) -> Unwrapped | None:
    """None if each side wrapped it in something else.  Each item must be its core alone."""
    cores = [item.core for item in slot.items]
    paths = [_path(core) for core in cores]
    inner = [path[-1] if path else core for core, path in zip(cores, paths, strict=True)]
    around = [_around(core, node) for core, node in zip(cores, inner, strict=True)]
    if around[1] != around[0] and around[2] not in (around[0], around[1]):
        return None
    side = 1 if around[1] != around[0] else 2
    items = [Item([node], node) for node in inner]
    return Unwrapped(Slot(items[0], items[1], items[2]), cores[side], paths[side])


def _path(core: Node) -> list[Node]:
    definition = definition_in(core)
    path: list[Node] = []
    node = core
    while definition is not None and node.syntax != definition:
        node = next(
            each for each in node.children if each.start <= definition.start_byte < each.end
        )
        path.append(node)
    return path


def _around(core: Node, inner: Node) -> tuple[bytes, bytes]:
    text = core.source.text
    return text[core.start : inner.start], text[inner.end : core.end]
