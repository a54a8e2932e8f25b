"""From a merged tree to text: what is undecided, in whole lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.structured.assembly import chunks_of, kind_of
from agentfs.merge.structured.made import Made, Undecided, flat
from agentfs.merge.values import SIDES, Clash, Clean, How, MergeResult, Side
from agentfs.model.conflicts import ConflictKind


def chunks(*parts: bytes | Undecided) -> tuple[Clean | Clash, ...]:
    return chunks_of(Made("module", parts))


def clash(base: bytes, left: bytes, right: bytes) -> Clash:
    return Clash(base, left, right, 0, ConflictKind.EDIT_EDIT)


def test_a_conflict_grows_to_its_whole_line() -> None:
    assert chunks(b"one\nf(", Undecided(b"a", b"b", b"c"), b")\ntwo\n") == (
        Clean(b"one\n"),
        clash(b"f(a)\n", b"f(b)\n", b"f(c)\n"),
        Clean(b"two\n"),
    )


def test_two_conflicts_on_one_line_are_one() -> None:
    parts = b"f(", Undecided(b"a", b"b", b"c"), b", ", Undecided(b"x", b"y", b"z"), b")\n"
    assert chunks(*parts) == (clash(b"f(a, x)\n", b"f(b, y)\n", b"f(c, z)\n"),)


def test_a_last_line_without_its_end_is_a_line() -> None:
    assert chunks(b"f(", Undecided(b"a", b"b", b"c"), b")") == (clash(b"f(a)", b"f(b)", b"f(c)"),)


def test_lines_that_all_have_in_common_at_the_start_are_no_conflict() -> None:
    part = Undecided(b"same\n  a\n", b"same\n  b\n", b"same\n  c\n")
    assert chunks(b"x ", part) == (
        Clean(b"x same\n"),
        clash(b"  a\n", b"  b\n", b"  c\n"),
    )


def test_what_can_be_merged_as_lines_is() -> None:
    base = b"1\n2\n3\n4\n5\n"
    left, right = base.replace(b"1", b"one"), base.replace(b"5", b"five")
    assert chunks(Undecided(base, left, right)) == (Clean(b"one\n2\n3\n4\nfive\n"),)


def test_what_both_moved_is_never_merged_as_lines() -> None:
    base = b"1\n2\n3\n4\n5\n"
    left, right = base.replace(b"1", b"one"), base.replace(b"5", b"five")
    found = chunks(Undecided(base, left, right, ConflictKind.MOVE_MOVE))
    assert found == (Clash(base, left, right, 0, ConflictKind.MOVE_MOVE),)


def test_blanks_at_the_ends_of_lines_give_way() -> None:
    assert chunks(Undecided(b"a\n", b"a \n", b"b\n")) == (Clean(b"b\n"),)
    assert chunks(Undecided(b"a\n", b"b\n", b"b  \n")) == (Clean(b"b\n"),)


def test_a_block_that_was_put_deeper_takes_the_change_along() -> None:
    base, left = b"a()\nb()\nc()\n", b"if x:\n    a()\n    b()\n    c()\n"
    found = chunks(Undecided(base, left, b"a()\nd()\nc()\n"))
    assert found == (Clean(b"if x:\n    a()\n    d()\n    c()\n"),)


def test_lines_tell_what_kind_of_conflict_it_is() -> None:
    told = ConflictKind.EDIT_EDIT
    assert kind_of(Clash(b"", b"a", b"b", 0), told) is ConflictKind.ADD_ADD
    assert kind_of(Clash(b"x", b"", b"b", 0), told) is ConflictKind.DELETE_EDIT
    assert kind_of(Clash(b"x", b"a", b"", 0), told) is ConflictKind.EDIT_DELETE
    assert kind_of(Clash(b"x", b"a", b"b", 0), told) is ConflictKind.EDIT_EDIT
    assert kind_of(Clash(b"", b"a", b"b", 0), ConflictKind.MOVE_MOVE) is ConflictKind.MOVE_MOVE


TEXTS = st.text("ab\n", max_size=6).map(str.encode)
ENDED = [st.builds(bytes.__add__, TEXTS, st.just(end)) for end in (b"x", b"y", b"z")]
PARTS = st.lists(TEXTS | st.builds(Undecided, *ENDED), max_size=5)


@given(PARTS)
def test_every_conflict_is_of_whole_lines(parts: list[bytes | Undecided]) -> None:
    found = chunks(*parts)
    for at, chunk in enumerate(found[:-1]):
        sides = (chunk.text,) if isinstance(chunk, Clean) else (chunk.base, chunk.left, chunk.right)
        for side in sides:
            if isinstance(chunk, Clash) or isinstance(found[at + 1], Clash):
                assert not side or side.endswith(b"\n")


@given(PARTS)
def test_each_side_has_its_own_lines_where_nothing_merged(
    parts: list[bytes | Undecided],
) -> None:
    parts = [
        part if isinstance(part, bytes) else Undecided(part.base, part.left, part.right, MOVED)
        for part in parts
    ]
    result = MergeResult(chunks(*parts), How.STRUCTURE)
    for side in SIDES[1:]:
        assert result.text_with(side) == of(side, parts)


MOVED = ConflictKind.MOVE_MOVE


def of(side: Side, parts: list[bytes | Undecided]) -> bytes:
    made = Made("", tuple(parts))
    return b"".join(part if isinstance(part, bytes) else getattr(part, side) for part in flat(made))
