"""A list stays sorted, in whatever way it is; one that is not is left as it is."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.order.sorting import FEW, kept_sorted
from tests.support.trees import slots, texts


def sorted_names(before: list[str], left: str, right: str, form: str = "import {}\n") -> list[str]:
    """Both sides' insertions behind all that was there, left's first, as they are kept."""
    base, one, other = (
        "".join(form.format(each) for each in names)
        for names in (before, [*before, left], [*before, right])
    )
    found = slots(base, one, other)
    new = [*found.left[len(before) :], *found.right[len(before) :]]
    kept = kept_sorted(new, found)
    assert {*kept} == {*new}
    return [text.split()[-1] for text in texts(found.things[number].items[0] for number in kept)]


@pytest.mark.parametrize(
    ("before", "left", "right"),
    [
        (["a", "b", "c"], "e", "d"),
        (["A", "b", "C"], "e", "D"),
        (["m.v2", "m.v9"], "m.v11", "m.v10"),
    ],
)
def test_insertions_into_a_sorted_list_are_sorted(before: list[str], left: str, right: str) -> None:
    assert sorted_names(before, left, right) == [right, left]


@pytest.mark.parametrize("before", [["b", "a", "c"], ["a"] * (FEW - 2)])
def test_insertions_into_no_sorted_list_stand_as_they_are(before: list[str]) -> None:
    assert sorted_names(before, "e", "d") == ["e", "d"]


def test_a_blank_line_ends_what_is_sorted() -> None:
    assert sorted_names(["a", "b", "c"], "e", "d", "import {}\n\n") == ["e", "d"]


def test_definitions_are_never_sorted() -> None:
    assert sorted_names(["a", "b", "c"], "e", "d", "def {0}(): {0}\n") == ["e", "d"]
