"""One thing of a list that is merged, in its three versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from agentfs.merge.structured.trees.items import Item, same
from agentfs.merge.structured.trees.tree import Node

BASE: Final = 0
LEFT: Final = 1
RIGHT: Final = 2

Nodes = tuple[Node, Node, Node]
"""One node as base, left and right have it."""
Lists = tuple[Sequence[Item], Sequence[Item], Sequence[Item]]
"""The items of a list as base, left and right have them."""


class Slot(NamedTuple):
    """One thing as base, left and right have it; None where it is not."""

    base: Item | None
    left: Item | None
    right: Item | None

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for item in self if item is not None)

    @property
    def versions(self) -> tuple[Item, Item, Item]:
        """The items of what is in all three."""
        base, left, right = self
        assert base is not None
        assert left is not None
        assert right is not None
        return base, left, right

    @property
    def deleted_by_one(self) -> bool:
        return self.base is not None and (self.left is None) != (self.right is None)

    @property
    def deleted_and_changed(self) -> bool:
        if self.base is None or not self.deleted_by_one:
            return False
        left = self.left or self.right
        return left is not None and not same(self.base, left)


def versions(base: Node, mine: Node, other: Node, *, is_left: bool) -> Nodes:
    """One node in its three versions, of which `mine` is left's or right's."""
    return (base, mine, other) if is_left else (base, other, mine)
