"""Lines of which one side changed the depth and the other the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.indented import merge_indented

BASE = b"a()\nb()\nc()\n"
DEEPER = b"if x:\n    a()\n    b()\n    c()\n"


def test_a_change_goes_where_its_line_went() -> None:
    assert merge_indented(BASE, DEEPER, b"a()\nbb()\nc()\n") == DEEPER.replace(b"b()", b"bb()")


def test_lines_that_were_added_are_as_deep_as_their_neighbours() -> None:
    right = b"a()\nb()\nfor y in z:\n    d()\nc()\n"
    expected = b"if x:\n    a()\n    b()\n    for y in z:\n        d()\n    c()\n"
    assert merge_indented(BASE, DEEPER, right) == expected


def test_nobody_knows_on_which_side_of_the_end_of_a_block_a_new_line_is() -> None:
    assert merge_indented(BASE, DEEPER, BASE + b"d()\n") is None
    part = b"if x:\n    a()\n    b()\nc()\n"
    assert merge_indented(BASE, part, b"a()\nb()\nd()\nc()\n") is None


def test_neighbouring_lines_are_changed_each_by_one_side() -> None:
    left = DEEPER.replace(b"b()", b"left()")
    for line in (b"a()", b"c()"):
        expected = left.replace(line, b"right()")
        assert merge_indented(BASE, left, BASE.replace(line, b"right()")) == expected


def test_a_block_that_came_up_takes_the_change_along() -> None:
    assert merge_indented(DEEPER, BASE, DEEPER.replace(b"b()", b"d()")) is not None


def test_no_side_that_moved_all_is_no_case_for_it() -> None:
    assert merge_indented(BASE, b"a(1)\nb()\nc()\n", b"a()\nb()\nc(1)\n") is None


def test_both_sides_that_moved_are_no_case_for_it() -> None:
    assert merge_indented(BASE, DEEPER, DEEPER.replace(b"    ", b"\t")) is None


def test_two_changes_of_one_line_are_a_conflict() -> None:
    left = DEEPER.replace(b"b()", b"left()")
    assert merge_indented(BASE, left, b"a()\nright()\nc()\n") is None


LINES = st.lists(st.sampled_from([b"a", b"b", b"  a", b"  b", b"", b"    c"]), max_size=6)
TEXTS = LINES.map(lambda lines: b"".join(line + b"\n" for line in lines))


@given(TEXTS, TEXTS, TEXTS)
def test_any_lines_will_do_and_sides_are_alike(base: bytes, left: bytes, right: bytes) -> None:
    found, other = merge_indented(base, left, right), merge_indented(base, right, left)
    assert (found is None) == (other is None)
    if found is not None:
        words = {line.strip() for text in (base, left, right) for line in text.split(b"\n")}
        assert {line.strip() for line in found.split(b"\n")} <= words


@pytest.mark.parametrize("lines", [2000])
def test_a_long_block_with_many_new_lines_takes_no_square_of_time(lines: int) -> None:
    base = b"".join(b"a%d()\n" % at for at in range(lines))
    left = b"if x:\n" + b"".join(b"    a%d()\n" % at for at in range(lines))
    right = b"new()\n".join(b"a%d()\n" % at for at in range(lines))
    expected = b"if x:\n" + b"    new()\n".join(b"    a%d()\n" % at for at in range(lines))
    assert merge_indented(base, left, right) == expected
