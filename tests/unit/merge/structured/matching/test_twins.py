"""What one side inserted beside something that the other seems to have changed into the same."""

from __future__ import annotations

from agentfs.merge.structured.matching.twins import alone, twins_of
from tests.support.trees import items

BASE = items("a()\nc = c\nb()\n")
MINE = items("a()\nc = c\nx = None\nb()\n")
OTHER = items("a()\nx = None\nb()\n")


def test_what_stands_instead_of_it_there_is_the_same_thing() -> None:
    mine, other = {0: 0, 1: 1, 2: 3}, {0: 0, 1: 1, 2: 2}
    assert twins_of((BASE, MINE, OTHER), mine, other) == {1}


def test_what_is_far_from_where_it_was_inserted_is_another() -> None:
    base, mine, other = (
        items(text)
        for text in ("a()\nc = c\nb()\n", "a()\nc = c\nb()\nx = None\n", "a()\nx = None\nb()\n")
    )
    assert twins_of((base, mine, other), {0: 0, 1: 1, 2: 2}, {0: 0, 1: 1, 2: 2}) == frozenset()


def test_what_it_was_and_is_may_be_the_same() -> None:
    assert twins_of((BASE, MINE, BASE), {0: 0, 1: 1, 2: 3}, {0: 0, 1: 1, 2: 2}) == frozenset()


def test_alone_is_what_has_no_neighbour_without_a_match() -> None:
    assert alone(frozenset({1}), {0: 0, 2: 2}, 3) == {1}
    assert alone(frozenset({1}), {0: 0}, 3) == frozenset()
