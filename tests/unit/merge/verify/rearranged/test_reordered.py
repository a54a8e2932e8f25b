"""Lists that a side gave another order, judged in one order: that of their keys."""

from __future__ import annotations

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.rearranged.reordered import in_one_order
from tests.support.trees import PROFILES

A, B, C = "import a\n", "import b\n", "import c\n"


def ordered(*texts: str, language: str = "python") -> list[list[str]] | None:
    """The lines of the four texts."""
    base, left, right, result = (text.encode() for text in texts)
    found = in_one_order(Judged((base, left, right), result, PROFILES[language]))
    return found and [text.decode().split("\n") for text in found]


def test_what_one_side_sorted_is_in_one_order_in_all_texts() -> None:
    found = ordered(B + A, A + B, B + A + C, A + B + C)
    assert found is not None
    assert [[line for line in text if line] for text in found] == [
        ["import a", "import b"],
        ["import a", "import b"],
        ["import a", "import b", "import c"],
        ["import a", "import b", "import c"],
    ]


def test_no_word_is_lost_on_the_way() -> None:
    base = "# top\nimport b  # why\n\nx = 1\nimport a\n"
    left = "# top\nimport a\nimport b  # why\n\nx = 1\n"
    texts = (base, left, base + C, left + C)
    found = ordered(*texts)
    assert found is not None
    assert [sorted(" ".join(each).split()) for each in found] == [
        sorted(text.split()) for text in texts
    ]


def test_a_list_in_its_order_is_none_to_look_at() -> None:
    assert ordered(A + B, A + B + C, A + B, A + B + C) is None


def test_an_order_that_is_not_that_sides_does_not_count() -> None:
    assert ordered(B + A, A + B, B + A + C, B + A + C) is None


def test_two_orders_are_none() -> None:
    assert ordered(A + B + C, B + A + C, A + C + B, B + A + C) is None


def test_what_both_put_in_at_two_places_is_there_once() -> None:
    assert ordered(A + B, A + B + C, C + A + B, A + B + C) is not None
    assert ordered(A + B, A + B + C, C + A + B, B + A + C) is None
