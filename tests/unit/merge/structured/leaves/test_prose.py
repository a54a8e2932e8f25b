"""Comments that both sides changed, line by line."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.leaves.prose import merge_prose


def of(base: str, left: str, right: str) -> str | None:
    texts = ("".join(f"// {line}\n" for line in text.split("|")) for text in (base, left, right))
    made = merge_prose(*(text.encode() for text in texts))
    return (
        None if made is None else made.decode().replace("// ", "").rstrip("\n").replace("\n", "|")
    )


@pytest.mark.parametrize(
    ("base", "left", "right", "expected"),
    [
        ("a|b|c", "A|b|c", "a|b|C", "A|b|C"),
        ("a|b", "A|b", "a|new|b", "A|new|b"),
        ("a|@return b", "A|@return b", "a|@return B", "A|@return B"),
    ],
)
def test_lines_that_stand_for_themselves(base: str, left: str, right: str, expected: str) -> None:
    assert of(base, left, right) == expected
    assert of(base, right, left) == expected


@pytest.mark.parametrize(
    ("base", "left", "right"),
    [("a|b", "A|b", "a|B"), ("a", "b", "c"), ("a|b", "a|x|b", "a|y|b"), ("a|b|c", "a|c", "a|B|c")],
)
def test_what_may_be_one_sentence(base: str, left: str, right: str) -> None:
    assert of(base, left, right) is None
    assert of(base, right, left) is None


def test_a_last_line_without_its_end_gets_none_behind_it() -> None:
    assert merge_prose(b"// a", b"// A\n// b", b"// a\n// c") is None
