"""Definitions that one side moved to another place while the other changed them."""

from __future__ import annotations

from agentfs.merge.structured.matching.moves import Moves, moves_of
from agentfs.merge.structured.matching.slot import LEFT, RIGHT
from agentfs.merge.structured.trees.items import Item, items_of
from agentfs.merge.structured.trees.tree import Node
from tests.support.trees import tree

METHOD = "    def f(self):\n        return self.one + {}\n"
INSIDE_A = "class A:\n    x = 1\n\n" + METHOD + "\n\nclass B:\n    y = 1\n"
INSIDE_B = "class A:\n    x = 1\n\n\nclass B:\n    y = 1\n\n" + METHOD


def moves(base: str, left: str, right: str, language: str = "python") -> Moves:
    return moves_of(*(tree(text, language) for text in (base, left, right)))


def item(root: Node, text: str) -> Item:
    """The item of that text."""
    waiting = items_of(root)
    while waiting:
        found = waiting.pop()
        if found.text.decode() == text:
            return found
        waiting += items_of(found.core)
    raise LookupError(text)


def test_it_is_known_where_it_came_from_and_where_it_arrived() -> None:
    texts = INSIDE_A.format(1), INSIDE_B.format(1), INSIDE_A.format(2)
    trees = [tree(text) for text in texts]
    found = moves_of(*trees)
    arrived = item(trees[1], METHOD.format(1).strip())
    slot = found.at(arrived, LEFT)
    assert slot is not None
    assert slot.right is not None
    assert slot.right.text.endswith(b"+ 2")
    assert found.was(slot)
    assert found.at(arrived, RIGHT) is None


def test_what_holds_it_is_known_to_hold_it() -> None:
    texts = INSIDE_A.format(1), INSIDE_B.format(1), INSIDE_A.format(2)
    trees = [tree(text) for text in texts]
    found = moves_of(*trees)
    one, other = items_of(trees[1])
    assert [found.within(each, LEFT) for each in (one, other)] == [False, True]


def test_it_is_the_same_with_the_sides_exchanged() -> None:
    texts = INSIDE_A.format(1), INSIDE_A.format(2), INSIDE_B.format(1)
    assert moves(*texts).arrived[RIGHT]
    assert not moves(*texts).arrived[LEFT]


def test_what_nobody_changed_needs_no_care() -> None:
    assert moves(INSIDE_A.format(1), INSIDE_B.format(1), INSIDE_A.format(1)) == Moves()


def test_another_definition_of_that_name_was_not_moved() -> None:
    other = INSIDE_B.replace("return self.one + {}", "raise NotImplementedError(a, b, c)")
    assert moves(INSIDE_A.format(1), other, INSIDE_A.format(2)) == Moves()


def test_of_two_that_could_be_it_none_is() -> None:
    twice = INSIDE_B + "\n\nclass C:\n" + METHOD
    base = INSIDE_A + "\n\nclass C:\n    z = 1\n"
    assert moves(base.format(1), twice.format(1, 1), base.format(2)) == Moves()


def test_texts_of_lines_have_no_definitions() -> None:
    assert moves("a=1\n", "b=1\n", "a=2\n", "properties") == Moves()
