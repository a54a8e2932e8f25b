"""Expressions of which one side changed the operator and the other an operand."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.refusals.operators import changes_meaning
from tests.support.trees import slots


def of(base: str, left: str, right: str, kind: str) -> bool:
    return changes_meaning(slots(f"x = {base}\n", f"x = {left}\n", f"x = {right}\n", kind))


@pytest.mark.parametrize(
    ("base", "left", "right", "kind"),
    [
        ("a > 0", "a > 1", "a >= 0", "comparison_operator"),
        ("a > 0", "a >= 0", "b > 0", "comparison_operator"),
        ("a and b", "a or b", "a and c", "boolean_operator"),
        ("a + b", "a - b", "a + c", "binary_operator"),
    ],
)
def test_an_operator_here_and_an_operand_there(base: str, left: str, right: str, kind: str) -> None:
    assert of(base, left, right, kind)
    assert of(base, right, left, kind)


@pytest.mark.parametrize(
    ("base", "left", "right", "kind"),
    [
        ("a > 0", "b > 0", "a > 1", "comparison_operator"),
        ("a > 0", "a >= 0", "a >= 1", "comparison_operator"),
        ("f(a, b)", "f(c, b)", "f(a, d)", "argument_list"),
        ("[1, -2, 3]", "[1, +2, 3]", "[4, -2, 3]", "list"),
    ],
)
def test_what_does_not_change_the_meaning_of_the_others(
    base: str, left: str, right: str, kind: str
) -> None:
    assert not of(base, left, right, kind)
