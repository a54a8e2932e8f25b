"""The merge by lines: its laws, cases by hand, and ``git merge-file`` on generated texts."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agentfs.merge.lines import merge_lines
from agentfs.merge.values import Clash, Clean, MergeResult

TEN = b"".join(b"%d\n" % number for number in range(10))


def swapped(merge: MergeResult) -> list[Clean | tuple[bytes, bytes, bytes]]:
    """The chunks as they are with the sides exchanged, without line numbers."""
    return [
        chunk if isinstance(chunk, Clean) else (chunk.base, chunk.right, chunk.left)
        for chunk in merge.chunks
    ]


def unswapped(merge: MergeResult) -> list[Clean | tuple[bytes, bytes, bytes]]:
    return [
        chunk if isinstance(chunk, Clean) else (chunk.base, chunk.left, chunk.right)
        for chunk in merge.chunks
    ]


def merged(base: bytes, left: bytes, right: bytes) -> bytes:
    merge = merge_lines(base, left, right)
    assert merge.clean
    return merge.text_with("base")


# --- by hand ----------------------------------------------------------------------------


def test_changes_apart_are_both_kept() -> None:
    left = TEN.replace(b"2\n", b"two\n")
    right = TEN.replace(b"7\n", b"").replace(b"9\n", b"9\nten\n")
    assert merged(TEN, left, right) == b"0\n1\ntwo\n3\n4\n5\n6\n8\n9\nten\n"


def test_the_same_change_is_taken_once() -> None:
    both = TEN.replace(b"2\n", b"two\n")
    assert merged(TEN, both, both.replace(b"8\n", b"eight\n")) == both.replace(b"8\n", b"eight\n")


def test_changes_that_touch_clash() -> None:
    left, right = TEN.replace(b"2\n", b"two\n"), TEN.replace(b"3\n", b"three\n")
    assert merge_lines(TEN, left, right).chunks == (
        Clean(b"0\n1\n"),
        Clash(b"2\n3\n", b"two\n3\n", b"2\nthree\n", 3),
        Clean(b"4\n5\n6\n7\n8\n9\n"),
    )


def test_one_line_between_is_enough_to_keep_changes_apart() -> None:
    left, right = TEN.replace(b"2\n", b"two\n"), TEN.replace(b"4\n", b"four\n")
    assert b"two\n3\nfour\n" in merged(TEN, left, right)


def test_lines_that_both_sides_added_are_taken_out_of_the_clash() -> None:
    left = TEN.replace(b"5\n", b"new\nleft\nend\n")
    right = b"first\n" + TEN.replace(b"5\n", b"new\nright\nend\n")
    assert merge_lines(TEN, left, right).chunks == (
        Clean(b"first\n0\n1\n2\n3\n4\nnew\n"),
        Clash(b"5\n", b"left\n", b"right\n", 8),
        Clean(b"end\n6\n7\n8\n9\n"),
    )


def test_a_clash_with_an_empty_side_names_the_line_that_follows() -> None:
    left, right = TEN.replace(b"5\n", b"five\n"), TEN.replace(b"5\n", b"")
    (clash,) = merge_lines(TEN, left, right).clashes
    assert clash == Clash(b"5\n", b"five\n", b"", 6)


def test_a_clash_is_not_trimmed_into_something_that_merges() -> None:
    (clash,) = merge_lines(b"r\n", b"x\nr\n", b"x\nq\n").clashes
    assert clash == Clash(b"r\n", b"x\nr\n", b"x\nq\n", 1)


def test_trimming_does_not_glue_a_line_without_end_to_the_next() -> None:
    merge = merge_lines(b"r", b"p\nz", b"q\nz")
    assert merge.text_with("base") == b"r"
    assert merge.text_with("right") == b"q\nz"


@pytest.mark.parametrize(
    ("base", "left", "right", "expected"),
    [
        (b"a\r\nb\r\nc\r\n", b"A\r\nb\r\nc\r\n", b"a\r\nb\r\nC\r\n", b"A\r\nb\r\nC\r\n"),
        (b"a\rb\nc\nd\n", b"a\rB\nc\nd\n", b"a\rb\nc\nD\n", b"a\rB\nc\nD\n"),
        (b"a\nb\nc", b"A\nb\nc", b"a\nb\nc\n", b"A\nb\nc\n"),
        (b"a\nb\nc", b"A\nb\nc", b"a\nb\nc\nd", b"A\nb\nc\nd"),
        (b"a\nb\nc\n", b"b\nc\n", b"a\nb\nc", b"b\nc"),
        (b"a\nb\nc\n", b"", b"a\nb\nc\n", b""),
        (b"", b"a\n", b"a\n", b"a\n"),
        (b"a\x0bb\nc\nd\n", b"a\x0bB\nc\nd\n", b"a\x0bb\nc\nD\n", b"a\x0bB\nc\nD\n"),
        (b"a\xff\nb\nc\n", b"a\xfe\nb\nc\n", b"a\xff\nb\n\xe9", b"a\xfe\nb\n\xe9"),
    ],
)
def test_ends_of_lines_and_of_texts(
    base: bytes, left: bytes, right: bytes, expected: bytes
) -> None:
    assert merged(base, left, right) == expected


def test_two_ends_of_line_in_one_place_clash() -> None:
    assert not merge_lines(b"a\n", b"a\r\n", b"a").clean


def test_both_adding_to_an_empty_text_clash() -> None:
    assert merge_lines(b"", b"a\n", b"b\n").chunks == (Clash(b"", b"a\n", b"b\n", 1),)


def test_binary_is_one_clash_unless_only_one_side_changed() -> None:
    base = TEN + b"\0"
    left, right = base.replace(b"1", b"one"), base.replace(b"8", b"eight")
    assert merge_lines(base, left, right).chunks == (Clash(base, left, right, 1),)
    assert merged(base, left, base) == left


@pytest.mark.timeout(20)
def test_fifty_thousand_lines_with_thousands_of_changes_merge() -> None:
    numbered = [b"line %d\n" % number for number in range(50_000)]
    left = b"".join(b"L" + line if at % 20 == 0 else line for at, line in enumerate(numbered))
    right = b"".join(b"" if at % 20 == 10 else line for at, line in enumerate(numbered))
    text = merged(b"".join(numbered), left, right)
    assert text.count(b"\n") == 47_500
    assert text.count(b"L") == 2_500


# --- laws -------------------------------------------------------------------------------

line = st.sampled_from([b"a\n", b"b\n", b"c\n", b"d\n", b"\n", b"a\r\n", b"}\n"])
last = st.sampled_from([b"", b"", b"", b"a", b"d", b"\r"])
texts = st.builds(lambda lines, end: b"".join(lines) + end, st.lists(line, max_size=12), last)
Edit = tuple[int, int, list[bytes]]
edits = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 2), st.lists(line, max_size=2)), max_size=3
)


def edited(text: bytes, changes: list[Edit]) -> bytes:
    lines = text.splitlines(keepends=True)
    for at, removed, added in changes:
        lines[at : at + removed] = added
    return b"".join(lines)


@st.composite
def triples(draw: Callable[[st.SearchStrategy[object]], object]) -> tuple[bytes, bytes, bytes]:
    """A base and two texts that are mostly edits of it."""
    base = draw(texts)
    assert isinstance(base, bytes)
    sides = st.one_of(texts, *[edits.map(lambda changes: edited(base, changes))] * 3)
    left, right = draw(sides), draw(sides)
    assert isinstance(left, bytes)
    assert isinstance(right, bytes)
    return base, left, right


@given(triples())
def test_who_changed_nothing_takes_the_other(triple: tuple[bytes, bytes, bytes]) -> None:
    base, left, _ = triple
    assert merged(base, left, base) == left
    assert merged(base, base, left) == left
    assert merged(base, left, left) == left


@given(triples())
def test_sides_may_be_exchanged(triple: tuple[bytes, bytes, bytes]) -> None:
    base, left, right = triple
    assert swapped(merge_lines(base, left, right)) == unswapped(merge_lines(base, right, left))


@given(triples())
def test_a_clash_holds_what_its_sides_really_have(triple: tuple[bytes, bytes, bytes]) -> None:
    merge = merge_lines(*triple)
    starts = [0]
    for text_line in triple[2].split(b"\n"):
        starts.append(starts[-1] + len(text_line) + 1)
    for clash in merge.clashes:
        assert clash.left != clash.right
        assert clash.base not in (clash.left, clash.right)
        assert triple[2].startswith(clash.right, starts[clash.right_line - 1])


@given(triples())
@example((b"", b"a\na\n", b"b\na\n"))
@example((b"0\n1\n2\n2\n1\n1\n", b"0\n1\n2\n1\n3\n1\n1\n", b"0\n1\n1" + b"\n2" * 5 + b"\n1\n"))
def test_a_clash_comes_up_again(triple: tuple[bytes, bytes, bytes]) -> None:
    merge = merge_lines(*triple)
    again = merge_lines(*(merge.text_with(side) for side in ("base", "left", "right")))
    assert again.clean == merge.clean
    assert again.text_with("left") == merge.text_with("left")
    assert again.text_with("right") == merge.text_with("right")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("merge-file")


def merge_file(folder: Path, base: bytes, left: bytes, right: bytes) -> bytes | None:
    """What ``git merge-file`` makes of it; None for conflicts."""
    for name, text in (("base", base), ("left", left), ("right", right)):
        (folder / name).write_bytes(text)
    done = subprocess.run(
        ["git", "merge-file", "-p", "-q", "left", "base", "right"],
        cwd=folder,
        stdout=subprocess.PIPE,
        check=False,
    )
    assert done.returncode < 128
    return done.stdout if done.returncode == 0 else None


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(triple=triples())
@example(triple=(b"a", b"a\nb", b"c\na"))
@example(triple=(b"r\n", b"x\nr\n", b"x\nq\n"))
def test_git_says_the_same(folder: Path, triple: tuple[bytes, bytes, bytes]) -> None:
    merge = merge_lines(*triple)
    assert (merge.text_with("left") if merge.clean else None) == merge_file(folder, *triple)
