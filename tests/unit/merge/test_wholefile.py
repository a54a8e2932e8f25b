"""Line ends and byte order marks, merged for themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.merge3 import merge3
from agentfs.merge.values import SIDES
from agentfs.merge.wholefile import form_of, in_form, plain_texts

BASE = b"one\nsame\nsame\ntwo\n"
MARK = b"\xef\xbb\xbf"


def crlf(text: bytes) -> bytes:
    return text.replace(b"\n", b"\r\n")


def merged(base: bytes, left: bytes, right: bytes) -> bytes:
    result = merge3(base, left, right, None)
    assert result.clean
    return result.text_with("left")


def test_a_side_that_changed_all_line_ends_does_not_clash_with_an_edit() -> None:
    left, right = crlf(BASE), BASE.replace(b"two", b"2")
    assert merged(BASE, left, right) == merged(BASE, right, left) == crlf(right)
    assert merged(crlf(BASE), BASE, crlf(right)) == right


def test_an_edit_in_other_line_ends_is_one_edit() -> None:
    edited = BASE.replace(b"two", b"2")
    assert merged(BASE, crlf(edited), edited) == crlf(edited)


def test_mixed_line_ends_are_left_as_they_are() -> None:
    mixed = b"one\r\nsame\nsame\ntwo\n"
    assert form_of(mixed).crlf is None
    assert merged(mixed, mixed.replace(b"two", b"2"), mixed.replace(b"one", b"1")) == (
        b"1\r\nsame\nsame\n2\n"
    )


@pytest.mark.parametrize("short", [b"", b"x"])
def test_a_side_without_a_line_end_has_no_say(short: bytes) -> None:
    base, right = crlf(BASE), crlf(BASE.replace(b"two", b"2"))
    for left, other in ((short, right), (right, short)):
        result = merge3(base, left, other, None)
        assert {result.text_with(side) for side in SIDES} == {base, short, right}


def test_a_file_that_begins_without_a_line_end_takes_that_of_both() -> None:
    result = merge3(b"", b"a\r\n", b"b\r\n", None)
    assert (result.text_with("left"), result.text_with("right")) == (b"a\r\n", b"b\r\n")


def test_a_file_that_begins_with_two_line_ends_has_one_whichever_side_it_is_on() -> None:
    one, other = merge3(b"", b"a\r\n", b"b\n", None), merge3(b"", b"b\n", b"a\r\n", None)
    assert one.text_with("left") == other.text_with("right")
    assert one.text_with("right") == other.text_with("left")


def test_a_mark_is_put_and_taken_by_one_side() -> None:
    edited = BASE.replace(b"two", b"2")
    assert merged(BASE, MARK + BASE, edited) == MARK + edited
    assert merged(MARK + BASE, BASE, MARK + edited) == edited
    assert merged(MARK + BASE, MARK + edited, MARK + b"zero\n" + BASE) == MARK + b"zero\n" + edited


RUN = b"#!/bin/sh\n"


def test_an_interpreter_comes_first_whatever_the_other_side_puts_there() -> None:
    edited = b"zero\n" + BASE
    assert merged(BASE, RUN + BASE, edited) == merged(BASE, edited, RUN + BASE) == RUN + edited
    assert merged(RUN + BASE, BASE, RUN + edited) == edited


def test_conflicts_are_known_below_an_interpreter() -> None:
    left, right = RUN + BASE.replace(b"two", b"2"), BASE.replace(b"two", b"II")
    for sides in ((left, right), (right, left)):
        (clash,) = merge3(BASE, *sides, None).clashes
        assert clash.right_line == sides[1].splitlines().index(clash.right.strip()) + 1
    assert merge3(BASE, left, right, None).text_with("right") == RUN + right


def test_two_interpreters_are_a_conflict_and_so_is_a_file_that_one_side_emptied() -> None:
    edited = BASE.replace(b"one", b"1")
    for left, right in ((b"#!/bin/zsh\n" + BASE, b"#!/bin/bash\n" + BASE), (b"", RUN + edited)):
        result = merge3(RUN + BASE, left, right, None)
        assert (result.text_with("left"), result.text_with("right")) == (left, right)


def test_a_conflict_has_line_ends_and_mark_on_all_sides() -> None:
    base, left, right = (MARK + crlf(text) for text in (b"a\n", b"b\n", b"c\n"))
    (clash,) = merge3(base, left, right, None).clashes
    assert (clash.base, clash.left, clash.right) == (base, left, right)


def test_a_last_line_is_ended_by_one_side_and_edited_by_the_other() -> None:
    bare, edited = BASE[:-1], BASE.replace(b"two", b"2")
    assert merged(bare, BASE, edited[:-1]) == merged(bare, edited[:-1], BASE) == edited
    assert merged(BASE, bare, edited) == merged(BASE, edited, bare) == edited[:-1]
    assert merged(crlf(bare), crlf(BASE), crlf(edited[:-1])) == crlf(edited)


def test_a_conflict_at_the_end_has_it_as_each_side_has() -> None:
    (clash,) = merge3(b"a", b"b\n", b"c", None).clashes
    assert (clash.base, clash.left, clash.right) == (b"a", b"b\n", b"c")


TEXTS = st.text("ab\n", max_size=8).map(str.encode)
FORMS = st.tuples(st.booleans(), st.booleans())


@given(st.tuples(TEXTS, TEXTS, TEXTS), FORMS)
def test_texts_of_one_form_come_out_of_it_as_they_went_in(
    texts: tuple[bytes, bytes, bytes], form: tuple[bool, bool]
) -> None:
    ends, mark = form
    given_texts = [(MARK if mark else b"") + (crlf(text) if ends else text) for text in texts]
    plain, found = plain_texts(given_texts)
    result = in_form(merge3(plain[0], plain[1], plain[2], None), found)
    for side in SIDES:
        text = result.text_with(side).removeprefix(MARK)
        assert text.count(b"\n") == (text.count(b"\r\n") if ends else text.count(b"\n"))
        assert result.text_with(side).startswith(MARK) == mark
