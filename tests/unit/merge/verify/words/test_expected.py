"""What lines alone can tell: where a result has other lines than both sides ask for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.verify.words.expected import Region, spanned, suspects, whole


def lines(text: str) -> list[bytes]:
    return [letter.encode() for letter in text]


def cut(texts: tuple[str, str, str, str], region: Region) -> list[str]:
    ranges = (region.base, region.left, region.right, region.result)
    return [text[start:end] for text, (start, end) in zip(texts, ranges, strict=True)]


@pytest.mark.parametrize(
    ("base", "left", "right", "result"),
    [
        ("abcdef", "aXcdef", "abcdYf", "aXcdYf"),
        ("abcdef", "aXcdef", "aXcdef", "aXcdef"),
        ("abcdef", "acdef", "abcdef", "acdef"),
    ],
)
def test_what_one_side_changed_or_both_alike_is_known(
    base: str, left: str, right: str, result: str
) -> None:
    assert suspects(*map(lines, (base, left, right, result))) == []


@pytest.mark.parametrize("made", ["XY", "X", "Y", "c"])
def test_where_both_changed_lines_that_touch_words_must_tell(made: str) -> None:
    texts = ("abcdef", "abXdef", "abYdef", f"ab{made}def")
    (found,) = suspects(*map(lines, texts))
    assert cut(texts, found) == ["c", "X", "Y", made]


def test_a_line_that_nobody_asked_for_is_suspect() -> None:
    texts = ("abcdef", "Xbcdef", "abcdef", "Xbcd?ef")
    (found,) = suspects(*map(lines, texts))
    assert cut(texts, found) == ["", "", "", "?"]


def test_a_margin_takes_in_the_lines_around() -> None:
    texts = ("abcdef", "abcdef", "abcdeX", "abc?deX")
    (found,) = suspects(*map(lines, texts), margin=True)
    assert cut(texts, found) == list(texts)


def test_what_spans_two_regions_has_all_between_them() -> None:
    texts = ("abcdef", "Xbcdef", "abcdef", "abcdeY")
    first, last = suspects(*map(lines, texts))
    assert cut(texts, spanned(first, last)) == cut(texts, whole(*map(lines, texts)))


FEW = st.text("abc", max_size=6)


@given(FEW, FEW, FEW, FEW)
def test_suspects_are_in_order_and_apart_in_all_four_texts(
    base: str, left: str, right: str, result: str
) -> None:
    texts = (base, left, right, result)
    found = suspects(*map(lines, texts))
    ends = Region(*(((len(text),) * 2) for text in texts))
    for one, other in pairwise([Region(*(((0, 0),) * 4)), *found, ends]):
        spans = zip(
            (one.base, one.left, one.right, one.result),
            (other.base, other.left, other.right, other.result),
            strict=True,
        )
        assert all(before[1] <= after[0] for before, after in spans)
