"""The door to the engine: which level of the cascade decides, and what it hands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge import merge3 as engine
from agentfs.merge.lines import merge_lines
from agentfs.merge.merge3 import merge3
from agentfs.merge.values import How, MergeResult
from agentfs.model.conflicts import ConflictKind
from tests.support.trees import PROFILES

PYTHON = PROFILES["python"]
BASE = "def f():\n    return one\n\n\ndef g():\n    return two\n"


def merged(base: str, left: str, right: str, language: str = "python") -> MergeResult:
    return merge3(base.encode(), left.encode(), right.encode(), PROFILES[language])


def text(result: MergeResult) -> str:
    assert result.clean, result
    return result.text_with("left").decode()


# --- which level


def test_one_unchanged_side_is_trivial_even_if_nobody_could_parse_it() -> None:
    broken = BASE + "def (((\n"
    assert merged(BASE, BASE, broken).how is How.TRIVIAL
    assert merged(BASE, broken, broken).how is How.TRIVIAL
    assert text(merged(BASE, broken, BASE)) == broken


def test_lines_that_merge_are_taken_as_git_would() -> None:
    left, right = BASE.replace("one", "1"), BASE.replace("two", "2")
    result = merged(BASE, left, right)
    assert result.how is How.LINES
    assert text(result) == left.replace("two", "2")


def test_what_lines_cannot_decide_the_trees_do() -> None:
    result = merged("f(a, b)\n", "f(x, b)\n", "f(a, y)\n")
    assert result.how is How.STRUCTURE
    assert text(result) == "f(x, y)\n"


def test_lines_that_merge_to_a_definition_there_twice_are_not_taken() -> None:
    lines = [f"x{number} = {number}\n" for number in range(9)]
    base = "".join(lines)
    left = "def f():\n    return 1\n\n\n" + base
    right = base + "\n\ndef f():\n    return 2\n"
    assert merge_lines(base.encode(), left.encode(), right.encode()).clean
    assert not merged(base, left, right).clean


def test_lines_that_merge_to_what_nobody_can_account_for_are_a_conflict() -> None:
    base = "x = [\n    1,\n    2\n]\n"
    result = merged(base, "x = [\n    1,\n    2,\n    3\n]\n", "x = [\n    0,\n    1,\n    2\n]\n")
    assert not result.clean or text(result) == "x = [\n    0,\n    1,\n    2,\n    3\n]\n"


def test_trees_that_merge_to_what_nobody_can_account_for_are_not_taken() -> None:
    """Each side moved the same key to another place."""
    base = '{"a": 1, "b": 2, "c": 3, "d": 4}\n'
    left, right = (
        '{"b": 2, "a": 1, "c": 3, "d": 4}\n',
        '{"a": 1, "c": 3, "d": 4, "b": 2}\n',
    )
    assert not merged(base, left, right).clean


def test_a_text_that_is_none_of_the_language_is_merged_by_lines_on_either_side() -> None:
    for left, right in (("[", ""), ("", "[")):
        result = merged(":", left, right, "yaml")
        assert (result.how, result.clean) == (How.LINES, False)


# --- what it falls back on


def test_a_conflict_is_as_small_as_it_can_be_said() -> None:
    """By lines it would be both."""
    base = "f(\n    a=1,\n    b=2,\n    c=3,\n)\n"
    left = base.replace("1", "10").replace("2", "20")
    right = base.replace("2", "200")
    (clash,) = merged(base, left, right).clashes
    assert (clash.base, clash.left, clash.right) == (
        b"    b=2,\n",
        b"    b=20,\n",
        b"    b=200,\n",
    )


def test_a_conflict_shows_the_lines_of_base_as_they_are() -> None:
    base = b"class Shape : public Base {\n    int size;\n};\n"
    left, right = (base.replace(b"Base", b"Base, " + more) for more in (b"Drawn", b"Counted"))
    (clash,) = merge3(base, left, right, PROFILES["cpp"]).clashes
    assert clash.base == b"class Shape : public Base {\n"


def test_two_files_of_one_name_are_merged_by_lines() -> None:
    result = merged("\n", "def f():\n    pass\n", "def g():\n    pass\n")
    assert result.how is How.LINES
    assert not result.clean


def test_without_a_language_lines_are_all_there_is() -> None:
    result = merge3(b"f(a, b)\n", b"f(x, b)\n", b"f(a, y)\n", None)
    assert (result.how, result.clean) == (How.LINES, False)


def test_binary_contents_that_both_changed_are_one_conflict() -> None:
    (clash,) = merged("a\0\n", "b\0\n", "c\0\n").clashes
    assert (clash.base, clash.left, clash.right) == (b"a\0\n", b"b\0\n", b"c\0\n")


def test_a_text_that_is_too_large_is_merged_by_lines_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "LARGEST", 10)
    result = merged("f(a, b, c)\n", "f(x, b, c)\n", "f(a, b, y)\n")
    assert result.how is How.LINES
    assert "too large" in result.note


def test_a_deletion_against_a_change_is_a_conflict_always() -> None:
    left, right = BASE[: BASE.index("def g")].rstrip() + "\n", BASE.replace("two", "2")
    (clash,) = merged(BASE, left, right).clashes
    assert clash.kind is ConflictKind.DELETE_EDIT
    (clash,) = merged(BASE, right, left).clashes
    assert clash.kind is ConflictKind.EDIT_DELETE


def test_texts_of_lines_have_levels_too() -> None:
    result = merged("a=1\nb=2\n", "a=1\nx=1\nb=2\n", "a=1\ny=1\nb=2\n", "properties")
    assert result.how is How.STRUCTURE
    assert text(result) == "a=1\nx=1\ny=1\nb=2\n"
    result = merged("a=1\nb=2\n", "a=1\nx=1\nb=2\n", "a=1\nx=2\nb=2\n", "properties")
    assert [clash.kind for clash in result.clashes] == [ConflictKind.ADD_ADD]


# --- laws

ANY = st.text("ab(){}[]:,=\"'#\\\r\n\t ", max_size=40)


@given(ANY, ANY, ANY, st.sampled_from(["python", "javascript", "json", "ini", "yaml"]))
def test_no_text_is_refused_and_sides_are_alike(
    base: str, left: str, right: str, language: str
) -> None:
    one, other = merged(base, left, right, language), merged(base, right, left, language)
    assert one.clean == other.clean
    assert len(one.clashes) == len(other.clashes)


@given(ANY, ANY)
def test_one_sides_change_is_the_result(base: str, other: str) -> None:
    for result in (
        merged(base, base, other),
        merged(base, other, base),
        merged(base, other, other),
    ):
        assert text(result) == other
