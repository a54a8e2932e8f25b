"""Bullets that one side alone gave all of a text."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from agentfs.merge import marks
from agentfs.merge.marks import LARGEST, with_one_mark
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of

MARKDOWN = language_of(RepoPath(b"a.md"), b"")
BASE = b"# A\n\n* one\n* two\n  * three\n\n```\n* no bullet\n```\n"
DASHES = b"# A\n\n- one\n- two\n  - three\n\n```\n* no bullet\n```\n"
MORE = BASE.replace(b"* two\n", b"* two\n* four\n")


def test_the_other_side_gets_it_too() -> None:
    new = DASHES.replace(b"- two\n", b"- two\n- four\n")
    assert with_one_mark((BASE, DASHES, MORE), MARKDOWN) == (DASHES, DASHES, new)
    assert with_one_mark((BASE, MORE, DASHES), MARKDOWN) == (DASHES, new, DASHES)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (DASHES, MORE.replace(b"* ", b"+ ")),
        (DASHES, DASHES.replace(b"two", b"three")),
        (BASE.replace(b"* one", b"- one"), MORE),
        (BASE.replace(b"one", b"1"), MORE),
        (b"# A\n", MORE),
    ],
)
def test_else_all_stay_as_they_are(left: bytes, right: bytes) -> None:
    assert with_one_mark((BASE, left, right), MARKDOWN) == (BASE, left, right)


def test_a_text_is_not_parsed_if_most_marked_lines_are_still_there() -> None:
    with patch.object(marks, "marks_in", side_effect=AssertionError):
        edited = MORE.replace(b"one", b"1")
        assert with_one_mark((BASE, edited, MORE), MARKDOWN) == (BASE, edited, MORE)
        large = DASHES + b" " * LARGEST
        assert with_one_mark((BASE, large, MORE), MARKDOWN) == (BASE, large, MORE)
