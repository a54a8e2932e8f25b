"""What a side moved, brought to the same place in base and in the other side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.verify.words.moves import carried


def lines(text: str) -> list[bytes]:
    return [line.encode() for line in text.split()]


def test_nothing_moved() -> None:
    assert carried(lines("a b c"), lines("a x b c"), lines("a b c d")) is None


def test_a_line_that_the_other_side_left_alone_or_changed_around() -> None:
    there = carried(lines("m a b c d"), lines("a b c m d"), lines("m a B c d"))
    assert there == (lines("a b c m d"), lines("a B c m d"))


def test_a_block_goes_with_the_edits_in_it() -> None:
    base, side = lines("m n o a b c d"), lines("a b c m n o d")
    there = carried(base, side, lines("m N o a b c d"))
    assert there == (side, lines("a b c m N o d"))
    there = carried(base, side, lines("m n new o a b c d"))
    assert there == (side, lines("a b c m n new o d"))


def test_a_block_that_the_mover_edited() -> None:
    there = carried(lines("m n o a b c d"), lines("a b c m N o d"), lines("m n o a b C d"))
    assert there == (lines("a b c m n o d"), lines("a b C m n o d"))


def test_what_the_other_side_deleted_is_not_brought_back() -> None:
    assert carried(lines("m a b c d"), lines("a b c m d"), lines("a b c d")) is None


ITEMS = st.lists(st.sampled_from([b"a", b"b", b"c", b"d", b"e", b"f"]), max_size=9)


@given(ITEMS, ITEMS, ITEMS)
def test_no_line_is_lost(base: list[bytes], side: list[bytes], other: list[bytes]) -> None:
    there = carried(base, side, other)
    if there is not None:
        assert sorted(there[0]) == sorted(base)
        assert sorted(there[1]) == sorted(other)


def test_lines_at_its_ends_that_the_other_side_changed() -> None:
    base, side = lines("a m n o b c d e"), lines("a b c d e m n o")
    there = carried(base, side, lines("a M n o b c d e"))
    assert there == (side, lines("a b c d e M n o"))
    there = carried(base, side, lines("a M N O b c d e"))
    assert there == (side, lines("a b c d e M N O"))
    assert carried(base, side, lines("a M N b c d e")) is None
