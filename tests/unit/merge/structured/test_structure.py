"""The merge of three trees, from the top: what is merged where, and how deep."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agentfs.merge.structured.made import Made, Undecided, flat, text_of
from agentfs.merge.structured.trees.tree import DEEPEST
from agentfs.model.conflicts import ConflictKind
from tests.support.trees import made, merged


def undecided(base: str, left: str, right: str, language: str = "python") -> Undecided:
    (found,) = [
        part for part in flat(made(base, left, right, language)) if isinstance(part, Undecided)
    ]
    return found


def test_changes_of_two_arguments_of_one_call_are_both_kept() -> None:
    assert merged("f(a, b)\n", "f(x, b)\n", "f(a, y)\n") == "f(x, y)\n"


def test_two_changes_of_one_name_are_undecided_and_no_more_than_it() -> None:
    found = undecided("f(a, b)\n", "f(x, b)\n", "f(y, b)\n")
    assert (found.base, found.left, found.right) == (b"a", b"x", b"y")


def test_a_token_of_several_lines_is_merged_as_lines() -> None:
    base = 's = """\none\nsame\nsame\ntwo\n"""\n'
    left, right = base.replace("one", "1"), base.replace("two", "2")
    assert merged(base, left, right) == left.replace("two", "2")


def test_the_same_change_in_other_blanks_is_made_once() -> None:
    assert merged("f(a)\n", "f(a,b)\n", "f(a, b)\n") == "f(a, b)\n"


def test_a_change_of_blanks_gives_way_to_a_change() -> None:
    assert merged("f( a, b )\n", "f(a, b)\n", "f( x, b )\n") == "f(x, b)\n"


def test_what_one_side_wrapped_and_the_other_changed_is_changed_in_there() -> None:
    assert merged("x = a(b)\n", "x = f(a(b))\n", "x = a(c)\n") == "x = f(a(c))\n"


def test_a_comment_and_what_it_is_about_are_merged_apart() -> None:
    base = "# one\ndef f():\n    return 1\n"
    left, right = base.replace("one", "two"), base.replace("return 1", "return 2")
    assert merged(base, left, right) == "# two\ndef f():\n    return 2\n"


def test_a_definition_that_moved_to_another_class_is_changed_there() -> None:
    method = "    def f(self):\n        return self.one + 1\n"
    base = f"class A:\n{method}\n    x = 1\n\n\nclass B:\n    y = 1\n"
    left = f"class A:\n    x = 1\n\n\nclass B:\n    y = 1\n\n{method}"
    right = base.replace("+ 1", "+ 2")
    assert merged(base, left, right) == left.replace("+ 1", "+ 2")


def test_what_it_moved_into_is_there_to_its_end() -> None:
    method = "    int f() { return this.one + 1; }\n"
    base = f"class A {{\n{method}    int x;\n}}\n\nclass B {{\n    int y;\n}}\n"
    left = f"class A {{\n    int x;\n}}\n\nclass B {{\n    int y;\n{method}}}\n"
    right = base.replace("+ 1", "+ 2")
    assert merged(base, left, right, "java") == left.replace("+ 1", "+ 2")


def test_two_additions_of_one_import_are_united() -> None:
    found = merged("f()\n", "from m import a\nf()\n", "from m import b\nf()\n")
    assert found == "from m import a, b\nf()\n"


def test_two_additions_of_one_function_are_a_conflict_of_additions() -> None:
    found = undecided("a()\n", "a()\ndef f(): x\n", "a()\ndef f(): y\n")
    assert found.kind is ConflictKind.ADD_ADD
    assert (found.base, found.left, found.right) == (b"", b"def f(): x", b"def f(): y")


def test_one_thing_that_both_moved_elsewhere_leaves_the_list_undecided() -> None:
    base, left, right = "(a=1, b=2, c=3, d=4)", "(b=2, a=1, c=3, d=4)", "(a=1, c=3, d=4, b=2)"
    found = undecided(f"def f{base}: x\n", f"def f{left}: x\n", f"def f{right}: x\n")
    assert found.kind is ConflictKind.MOVE_MOVE
    assert found.left.decode() == left


def test_an_operator_and_an_operand_are_not_changed_apart() -> None:
    found = undecided("x = count > 0\n", "x = count > 1\n", "x = count >= 0\n")
    assert b"count > 1" in found.left
    assert "operator" in found.reason


def test_a_column_and_a_row_are_not_added_apart() -> None:
    base = "x = [\n    (1, 2),\n    (3, 4),\n]\n"
    wider = "x = [\n    (1, 2, 0),\n    (3, 4, 0),\n]\n"
    longer = "x = [\n    (1, 2),\n    (3, 4),\n    (5, 6),\n]\n"
    assert "rows" in undecided(base, wider, longer).reason


def test_definitions_are_merged_by_lines_first_if_they_may_be() -> None:
    base = "def f():\n    a()\n    b()\n    c()\n"
    left, right = base.replace("a()", "a(1)"), base.replace("c()", "c(1)")
    tree, lines = (made(base, left, right, lines_first=first) for first in (False, True))
    assert text_of(tree) == text_of(lines)
    (of_tree,), (of_lines,) = (
        [p for p in each.parts if isinstance(p, Made)] for each in (tree, lines)
    )
    assert of_lines == Made("function_definition", (text_of(of_tree),), whole=True)
    assert not of_tree.whole


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("[\n// c\n", "\n// d\n]"), ("f(", ")"), ("// c\nfunction f() {\n", "\n}")],
)
def test_no_text_is_too_deep(opening: str, closing: str) -> None:
    """Not even where a program has a good deal of its stack in use."""
    size = 4 * DEEPEST
    base, left, right = (opening * size + each + closing * size for each in ("1", "2", "3"))
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(800)
    try:
        assert not made(base, left, right, "javascript").decided
    finally:
        sys.setrecursionlimit(usual)


def test_no_wrapping_is_too_deep() -> None:
    words = ", ".join(f"w{number}" for number in range(20 * DEEPEST))
    size = 10 * DEEPEST
    left = f"x = {'f(' * size}a({words}, 1){')' * size}\n"
    assert not made(f"x = a({words}, 1)\n", left, f"x = a({words}, 2)\n").decided


LINES = st.lists(
    st.sampled_from(["import a", "x = f(1, 2)", "def g():\n    return 1", "# note", "", "f(a)"]),
    max_size=5,
).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(LINES, LINES)
@example("# note\n# note\nf(a)\n", "# note\nf(a)\nf(a)\n# note\nf(a)\n")
def test_what_one_side_did_is_the_result(base: str, other: str) -> None:
    assert merged(base, base, other) == other
    assert merged(base, other, base) == other
    assert merged(base, other, other) == other


@given(LINES, LINES, LINES)
@example("", "import a\nf(a)\nimport a\n", "import a\nimport a\nf(a)\nimport a\n")
def test_the_order_of_sides_decides_nothing(base: str, left: str, right: str) -> None:
    assert made(base, left, right).decided == made(base, right, left).decided
