"""Three orders, cut at what they have in common."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.structured.order.regions import Region, regions


def test_an_insertion_lies_between_two_anchors() -> None:
    assert list(regions([0, 1], [0, 2, 1], [0, 1])) == [
        Region((), (), (), 0),
        Region((), (2,), (), 1),
        Region((), (), (), None),
    ]


def test_what_a_side_moved_is_no_anchor() -> None:
    anchors = [each.anchor for each in regions([0, 1, 2], [1, 2, 0], [0, 1, 2])]
    assert anchors == [1, 2, None]


def test_what_a_side_deleted_is_no_anchor() -> None:
    found = list(regions([0, 1, 2], [0, 2], [0, 1, 2]))
    assert [each.anchor for each in found] == [0, 2, None]
    assert found[1] == Region((1,), (), (1,), 2)


ORDERS = st.tuples(*[st.lists(st.integers(0, 7), unique=True, max_size=8)] * 3)


@given(ORDERS)
def test_regions_put_together_give_each_list_back(orders: tuple[list[int], ...]) -> None:
    base, left, right = orders
    again: tuple[list[int], ...] = ([], [], [])
    for region in regions(base, left, right):
        for order, part in zip(again, (region.base, region.left, region.right), strict=True):
            order += [*part, *([region.anchor] if region.anchor is not None else [])]
    assert again == orders


@given(ORDERS)
def test_anchors_are_in_all_lists_in_one_order(orders: tuple[list[int], ...]) -> None:
    found = [each.anchor for each in regions(*orders)]
    assert found[-1] is None
    for order in orders:
        assert [number for number in order if number in found] == found[:-1]


@given(ORDERS)
def test_the_order_of_sides_makes_no_other_regions(orders: tuple[list[int], ...]) -> None:
    base, left, right = orders
    swapped = [(each.base, each.right, each.left, each.anchor) for each in regions(*orders)]
    found = [(each.base, each.left, each.right, each.anchor) for each in regions(base, right, left)]
    assert found == swapped
