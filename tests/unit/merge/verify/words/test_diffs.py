"""The verifier's diff, against a plain computation of longest common subsequences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.verify.words.diffs import Run, gaps, partners, raised, runs

ITEMS = st.lists(st.integers(0, 4), max_size=14)


def longest(old: list[int], new: list[int]) -> int:
    """Of common subsequences."""
    row = [0] * (len(new) + 1)
    for mine in old:
        before = row
        row = [0]
        for at, yours in enumerate(new):
            row.append(before[at] + 1 if mine == yours else max(before[at + 1], row[at]))
    return row[-1]


def assert_matches(found: list[Run], old: list[int], new: list[int]) -> None:
    at = other = 0
    for run in found:
        assert run.length
        assert run.old >= at
        assert run.new >= other
        assert old[run.old : run.old + run.length] == new[run.new : run.new + run.length]
        at, other = run.old + run.length, run.new + run.length
    assert at <= len(old)
    assert other <= len(new)


@given(ITEMS, ITEMS)
def test_runs_are_common_and_in_order(old: list[int], new: list[int]) -> None:
    assert_matches(runs(old, new), old, new)
    assert_matches(raised(runs(old, new), old, new), old, new)


@given(ITEMS, ITEMS)
def test_without_patience_no_match_is_longer(old: list[int], new: list[int]) -> None:
    found = runs(old, new, patient=False)
    assert_matches(found, old, new)
    assert sum(run.length for run in found) == longest(old, new)


@given(ITEMS, ITEMS, ITEMS, ITEMS)
def test_the_same_insertion_is_at_the_same_place_whatever_is_around(
    head: list[int], put_in: list[int], tail: list[int], other: list[int]
) -> None:
    """Edits elsewhere in the text, with an item of their own between, move nothing."""
    near = [*head, *put_in, *tail]
    plain = partners(runs([*head, *tail], near), len(head) + len(tail))
    far = partners(runs([7, 8, *head, *tail], [*other, 8, *near]), len(head) + len(tail) + 2)
    assert [at - len(other) - 1 if at >= 0 else at for at in far[2:]] == plain


def test_an_insertion_slides_down_and_up() -> None:
    old, new = list("ab}c"), list("ab}d}c")
    down = runs(old, new)
    assert down == [Run(0, 0, 3), Run(3, 5, 1)]
    assert raised(down, old, new) == [Run(0, 0, 2), Run(2, 4, 2)]


def test_unique_items_are_matched_before_frequent_ones() -> None:
    old, new = list("{x}{y}"), list("{}{x}{}{y}")
    assert [new[at] for at in partners(runs(old, new), 6)] == old
    assert partners(runs(old, new), 6)[1] == 3


def test_gaps_are_what_runs_leave() -> None:
    assert list(gaps([Run(1, 0, 2)], 4, 2)) == [(0, 1, 0, 0), (3, 4, 2, 2)]
    assert list(gaps([], 0, 0)) == []


def test_texts_of_many_equal_lines_take_no_time() -> None:
    """The work in one gap is bounded, so this does not grow with the square."""
    found = runs([0, 1] * 20_000, [1, 0, 0] * 20_000, patient=False)
    assert_matches(found, [0, 1] * 20_000, [1, 0, 0] * 20_000)
