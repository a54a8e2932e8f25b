"""How often each word should be in a result."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.words.counts import miscounted


@pytest.mark.parametrize(
    ("base", "left", "right", "result", "count"),
    [
        ("a", "a b", "a c", "a b c", 0),
        ("a", "a b", "a b", "a b", 0),
        ("a", "a b", "a b", "a b b", 0),
        ("a", "a b", "a b", "a b b b", 1),
        ("a", "a b", "a c", "a b", 1),
        ("a b", "a", "a b c", "a b c", 1),
        ("a b b", "a b", "a b", "a b", 0),
        ("a b b", "a b", "a b", "a", 0),
        ("a b b", "a b", "a b", "a b b", 1),
        ("a", "b", "c", "d e", 4),
    ],
)
def test_what_both_did_may_have_been_one_edit(
    base: str, left: str, right: str, result: str, count: int
) -> None:
    assert len(miscounted(*([each.encode()] for each in (base, left, right, result)))) == count
