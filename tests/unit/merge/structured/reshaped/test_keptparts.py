"""A part of what one side put something else in the place of."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.reshaped.keptparts import kept_part
from tests.support.trees import items


def part(base: str, outer: str, other: str) -> list[str] | None:
    nodes = [items(f"{text}\n")[0].core for text in (base, outer, other)]
    found = kept_part(nodes[0], nodes[1], nodes[2])
    return [each.text.decode() for each in found] if found else None


def test_the_largest_part_that_holds_all_changes() -> None:
    found = part("send(frame(a), b)", "try_to(lambda: send(frame(a), b))", "send(frame(a, c), b)")
    assert found == ["send(frame(a), b)", "send(frame(a), b)", "send(frame(a, c), b)"]
    found = part("a.send(frame(x, y))", "log(frame(x, y))", "a.send(frame(x, z))")
    assert found == ["(frame(x, y))", "(frame(x, y))", "(frame(x, z))"]


@pytest.mark.parametrize(
    ("outer", "other"),
    [
        ("log(frame(x, y), frame(x, y))", "a.send(frame(x, z))"),
        ("log(x)", "a.send(frame(x, z))"),
        ("log(frame(x, y))", "a.send(b(frame(x, y)))"),
        ("log(frame(x, y))", "a.post(frame(x, z))"),
        ("log(frame(x, y))", "a.send(q(1))"),
    ],
)
def test_none_that_is_there_twice_or_not_at_all_or_put_into_something_by_the_other_or_not_all(
    outer: str, other: str
) -> None:
    assert part("a.send(frame(x, y))", outer, other) is None
