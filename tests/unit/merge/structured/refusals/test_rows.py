"""A column here and a row there."""

from __future__ import annotations

from agentfs.merge.structured.refusals.rows import changes_width
from tests.support.trees import slots


def of(base: str, left: str, right: str) -> bool:
    texts = (f"x = [{each}]\n" for each in (base, left, right))
    return changes_width(slots(*texts, kind="list"))  # type: ignore[misc]


BASE = "(1, 2), (3, 4)"


def test_a_row_as_wide_as_none_is_any_more() -> None:
    assert of(BASE, "(1, 2, 0), (3, 4, 0)", BASE + ", (5, 6)")
    assert of(BASE, BASE + ", (5, 6)", "(1, 2, 0), (3, 4, 0)")
    assert of(BASE, "(1,), (3,)", BASE + ", (5, 6)")


def test_a_row_as_wide_as_the_others_are_now_is_right() -> None:
    assert not of(BASE, "(1, 2, 0), (3, 4, 0)", BASE + ", (5, 6, 0)")


def test_rows_of_which_only_some_are_wider_are_no_table() -> None:
    assert not of(BASE, "(1, 2, 0), (3, 4)", BASE + ", (5, 6)")


def test_one_row_is_no_table() -> None:
    assert not of("(1, 2)", "(1, 2, 0)", "(1, 2), (5, 6)")
