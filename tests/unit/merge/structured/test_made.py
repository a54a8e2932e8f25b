"""What a merge of trees makes, as text."""

from __future__ import annotations

from agentfs.merge.structured.made import Made, Undecided, flat, text_of

OPEN = Undecided(b"a", b"b", b"c")


def test_the_text_is_that_of_all_parts_in_order() -> None:
    inner = Made("call", (b"f", b"(", Made("", (b"x",), whole=True), b")"))
    assert text_of(Made("module", (inner, b"\n"))) == b"f(x)\n"


def test_one_undecided_part_however_deep_leaves_all_undecided() -> None:
    assert Made("a", (b"x", Made("b", (b"y",)))).decided
    assert not Made("a", (b"x", Made("b", (b"y", Made("c", (OPEN,)))))).decided


def test_parts_come_out_flat_and_in_order() -> None:
    nested = Made("a", (b"1", Made("b", (b"2", OPEN)), b"3"))
    assert list(flat(nested)) == [b"1", b"2", OPEN, b"3"]


def test_depth_is_no_limit() -> None:
    nested = Made("a", (b"x",))
    for _ in range(10_000):
        nested = Made("a", (b"(", nested, b")"))
    assert text_of(nested).count(b"(") == 10_000
