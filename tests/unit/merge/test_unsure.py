"""The conflict of a merge whose lines are clean: of what lies between two changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.lines import merge_lines
from agentfs.merge.unsure import unsure
from agentfs.merge.values import Clash, MergeResult
from agentfs.model.conflicts import ConflictKind

LINES = [b"%d\n" % number for number in range(20)]
BASE = b"".join(LINES)
LEFT = BASE.replace(b"\n2\n", b"\nleft\n").replace(b"\n16\n", b"\n")
RIGHT = BASE.replace(b"\n6\n", b"\nright\nmore\n").replace(b"\n12\n", b"\nfar\n")


def clash(result: MergeResult) -> Clash:
    (found,) = result.clashes
    return found


def test_it_spans_the_changes_nearest_to_the_line() -> None:
    found = clash(unsure(BASE, LEFT, RIGHT, "because", 4))
    assert found.left == b"left\n3\n4\n5\n6\n"
    assert found.right == b"2\n3\n4\n5\nright\nmore\n"
    assert found.base == b"".join(LINES[2:7])
    assert (found.kind, found.reason) == (ConflictKind.UNSURE, "because")


def test_changes_on_the_other_side_of_the_line_may_be_nearer() -> None:
    found = clash(unsure(BASE, LEFT, RIGHT, "because", 15))
    assert found.right.startswith(b"far\n")
    assert found.left.endswith(b"15\n")


def test_without_a_line_it_spans_all_changes() -> None:
    found = clash(unsure(BASE, LEFT, RIGHT, "because"))
    assert found.left.startswith(b"left\n")
    assert found.left.endswith(b"15\n")


def test_it_says_where_it_is_in_the_right_text() -> None:
    found = clash(unsure(BASE, LEFT, RIGHT, "because", 15))
    lines = RIGHT.splitlines(keepends=True)
    assert b"".join(lines[found.right_line - 1 :]).startswith(found.right)


def test_all_other_changes_are_in_the_result() -> None:
    result = unsure(BASE, LEFT, RIGHT, "because", 4)
    assert b"far\n" in result.text_with("left")
    assert b"16\n" not in result.text_with("right")


EDITS = st.dictionaries(st.integers(0, 19), st.sampled_from([b"", b"x\n", b"y\nz\n"]), min_size=1)


@given(EDITS, EDITS, st.integers(0, 20))
def test_each_side_has_what_it_did_there_and_both_what_was_done_elsewhere(
    left: dict[int, bytes], right: dict[int, bytes], line: int
) -> None:
    near = {at + by for at in left for by in (-1, 0, 1)}
    right = {at: text for at, text in right.items() if at not in near}
    if not right:
        return
    sides = [
        b"".join(edits.get(at, each) for at, each in enumerate(LINES)) for edits in (left, right)
    ]
    merged = merge_lines(BASE, sides[0], sides[1])
    result = unsure(BASE, sides[0], sides[1], "because", line)
    found = clash(result)
    assert BASE.count(found.base) or not found.base
    assert sides[0].count(found.left)
    assert sides[1].count(found.right)
    again = merge_lines(found.base, found.left, found.right)
    assert again.clean
    head, _, tail = (part if not isinstance(part, Clash) else None for part in _three(result))
    assert (head or b"") + again.text_with("left") + (tail or b"") == merged.text_with("left")


def _three(result: MergeResult) -> list[bytes | Clash]:
    """The text before, the conflict, and the text after."""
    at = result.chunks.index(clash(result))
    before, after = MergeResult(result.chunks[:at]), MergeResult(result.chunks[at + 1 :])
    return [before.text_with("left"), result.chunks[at], after.text_with("left")]  # type: ignore[list-item]
