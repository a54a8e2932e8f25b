"""What both sides inserted alike gets one number, and no side's order changes."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.order.united import with_equals_united
from tests.support.trees import slots, texts


def united(left: str, right: str) -> list[str]:
    """What of `right` is what `left` has, too."""
    found = slots("", left, right)
    numbers = list(with_equals_united(found.left, found.right, found))
    assert len(numbers) == len(found.right)
    assert texts(found.things[n].items[-1] for n in numbers) == right.splitlines()
    both = [number for number in numbers if number in found.left]
    assert all(found.things[number].left and found.things[number].right for number in both)
    assert both == sorted(both, key=found.left.index)
    return texts(found.things[number].items[0] for number in both)


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        ("x(1)\ny(2)\n", "x(1)\nz(3)\ny(2)\n", ["x(1)", "y(2)"]),
        ("x(1)\nx(1)\n", "x(1)\n", ["x(1)"]),
        ("x(1)\n", "y(2)\n", []),
        ("x(1)\ny(2)\nz(3)\n", "z(3)\nx(1)\ny(2)\n", ["x(1)", "y(2)"]),
    ],
)
def test_as_many_as_can_be_in_the_order_of_both(left: str, right: str, both: list[str]) -> None:
    assert united(left, right) == both


def test_which_of_two_crossed_ones_is_one_does_not_depend_on_the_side() -> None:
    one, other = "x(1)\ny(2)\n", "y(2)\nx(1)\n"
    assert united(one, other) == united(other, one)
