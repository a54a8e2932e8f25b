"""Blanks of a merged list: gaps, separators and depth, three ways."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.layout.layout import layout_of
from agentfs.merge.structured.matching.slot import Slot
from agentfs.merge.structured.matching.slots import slots_of
from agentfs.merge.structured.trees.items import items_of
from tests.support.trees import merged, tree

# --- gaps three ways


def gap(base: str, left: str, right: str, first: int = 0, language: str = "python") -> str:
    """What goes between two things of base that stand side by side."""
    trees = [tree(text, language) for text in (base, left, right)]
    lists = items_of(trees[0]), items_of(trees[1]), items_of(trees[2])
    bounds = tuple((each.start, each.end) for each in trees)
    parents = trees[0], trees[1], trees[2]
    layout = layout_of(parents, bounds, lists, commas=True)
    things = slots_of(lists).things
    before: Slot | None = things[first] if first >= 0 else None
    after = things[first + 1] if first + 1 < len(lists[0]) else None
    return layout.between(before, after).decode()


@pytest.mark.parametrize(
    ("base", "left", "right", "expected"),
    [
        ("a()\nb()\n", "a()\nb()\n", "a()\n\nb()\n", "\n\n"),
        ("a()\n\nb()\n", "a()\nb()\n", "a()\n\nb()\n", "\n"),
        ("a()\nb()\n", "a()\n\nb()\n", "a()\n\n\nb()\n", "\n\n\n"),
        ("a()\nb()\n", "a()\n\n\nb()\n", "a()\n\nb()\n", "\n\n\n"),
        ("a()\n\nb()\n", "a()\nx = 1\nb()\n", "a()\nb()\n", "\n"),
    ],
)
def test_blank_lines_between_two_are_merged_three_ways(
    base: str, left: str, right: str, expected: str
) -> None:
    assert gap(base, left, right) == expected


def test_the_ends_of_a_text_are_gaps_too() -> None:
    assert gap("\na()\n", "\na()\n", "a()\n", -1) == ""
    assert gap("a()\n", "a()\n", "a()", 0) == ""
    assert gap("a()", "a()", "a()\n", 0) == "\n"


def test_where_only_one_side_has_two_side_by_side_it_says_what_is_between() -> None:
    base, left = "a()\nx = 1\nb()\n", "a()\n\n\nb()\n"
    assert merged(base, left, base) == left


def test_two_that_were_never_neighbours_have_the_gap_of_the_second() -> None:
    base = "def a():\n    pass\n"
    left, right = base + "\n\ndef b():\n    pass\n", base + "\n\n\ndef c():\n    pass\n"
    assert merged(base, left, right) == left + "\n\n\ndef c():\n    pass\n"


# --- separators


@pytest.mark.parametrize(
    ("base", "left", "right", "expected"),
    [
        ("x = {'a': 1}\n", "x = {'a': 1, 'b': 2}\n", "x = {'a': 1, 'c': 3}\n", "'b': 2, 'c': 3}"),
        ("x = {}\n", "x = {'b': 2}\n", "x = {'c': 3}\n", "x = {'b': 2, 'c': 3}"),
        (
            "x = {\n    'a': 1,\n}\n",
            "x = {\n    'a': 1,\n    'b': 2,\n}\n",
            "x = {\n    'a': 1,\n    'c': 3,\n}\n",
            "    'b': 2,\n    'c': 3,\n}",
        ),
        (
            "x = {\n    'a': 1\n}\n",
            "x = {\n    'a': 1,\n    'b': 2\n}\n",
            "x = {\n    'a': 1,\n    'c': 3\n}\n",
            "    'b': 2,\n    'c': 3\n}",
        ),
    ],
)
def test_a_separator_stands_between_any_two_that_were_added(
    base: str, left: str, right: str, expected: str
) -> None:
    assert expected in merged(base, left, right)
    assert "'c': 3" in merged(base, right, left)


def test_a_list_with_other_separators_has_them() -> None:
    base, left, right = (f"type A = 'z' | 'a'{more};\n" for more in ("", " | 'b'", " | 'c'"))
    assert merged(base, left, right, "typescript").count("|") == 3


def test_a_list_that_one_side_broke_into_lines_is_broken_for_the_others_item() -> None:
    base = "x = {'a': 1, 'b': 2, 'c': 3}\n"
    left = "x = {\n    'a': 1,\n    'b': 2,\n    'c': 3\n}\n"
    right = "x = {'a': 1, 'b': 2, 'd': 4, 'c': 3}\n"
    assert merged(base, left, right) == left.replace("'c'", "'d': 4,\n    'c'")


# --- depth


def test_what_a_side_adds_to_a_block_that_went_deeper_is_as_deep() -> None:
    base = "class A:\n  def f(self):\n    a()\n\n  def g(self):\n    b()\n"
    left = base.replace("    ", "        ").replace("\n  def", "\n    def")
    right = base + "\n  def h(self):\n    if c:\n      d()\n"
    assert merged(base, left, right).startswith(left + "\n    def h(self):\n")


def test_the_inside_of_a_token_of_several_lines_stays_as_it_is() -> None:
    base = "class A:\n  x = 1\n"
    left = "class A:\n    x = 1\n"
    text = '"""\n  text\n      deeper\n"""'
    right = base + f"\n  def f(self):\n    {text}\n"
    found = merged(base, left, right)
    assert text in found
    assert "\n    def f(self):\n" in found


def test_an_empty_line_gets_no_blanks() -> None:
    base, left = "if (x) {\na();\n}\n", "if (x) {\n  a();\n}\n"
    right = "if (x) {\na();\nfunction f() {\nb();\n\nc();\n}\n}\n"
    assert "  b();\n\n  c();\n" in merged(base, left, right, "javascript")


# --- where a line begins


def test_no_gap_is_less_than_the_one_both_have() -> None:
    base = "import a\nimport b\n\nx = 1\n"
    left = base.replace("import b\n", "import b\nimport c\n")
    right = base.replace("import b\n", "import b\nimport d\n")
    assert merged(base, left, right) == base.replace("import b\n", "import b\nimport c\nimport d\n")
