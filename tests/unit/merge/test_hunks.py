"""Hunks: which lines of an old text were replaced by how many of a new one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.hunks import Hunk, diff_lines, split_lines

TEXTS = st.text("ab\r\n", max_size=12).map(str.encode)


def test_lines_count_from_nothing_and_hunks_are_half_open() -> None:
    assert diff_lines(b"a\nb\nc\n", b"a\nx\ny\nc\n") == [Hunk(1, 2, 1)]


def test_an_insertion_has_no_old_lines() -> None:
    assert diff_lines(b"a\nb\n", b"x\na\nb\n") == [Hunk(0, 0, 1)]
    assert diff_lines(b"a\nb\n", b"a\nb\nx\n") == [Hunk(2, 2, 1)]
    assert diff_lines(b"", b"x\n") == [Hunk(0, 0, 1)]


def test_what_looks_binary_has_hunks_too() -> None:
    assert diff_lines(b"a\n\0\n", b"b\n\0\n") == [Hunk(0, 1, 0)]


def test_only_a_line_feed_ends_a_line() -> None:
    assert split_lines(b"a\rb\r\nc\x0cd") == [b"a\rb\r\n", b"c\x0cd"]


@given(TEXTS)
def test_lines_are_all_of_a_text(text: bytes) -> None:
    assert b"".join(split_lines(text)) == text


@given(TEXTS, TEXTS)
def test_hunks_make_the_new_text_of_the_old(old: bytes, new: bytes) -> None:
    lines, target = split_lines(old), split_lines(new)
    made: list[bytes] = []
    at = 0
    for hunk in diff_lines(old, new):
        assert hunk.start > at or not made, "a common line lies between any two"
        made += lines[at : hunk.start]
        made += target[len(made) : len(made) + hunk.end - hunk.start + hunk.growth]
        at = hunk.end
    assert made + lines[at:] == target
