"""What the two sides cannot both have put in, whatever the order."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.order.clashes import clash, uses_deleted
from tests.support.trees import slots


def clashes(base: str, left: str, right: str, kind: str = "", language: str = "python") -> bool:
    found = slots(base, left, right, kind, language)
    known = {*found.base}
    new_left, new_right = (
        [n for n in side if n not in known] for side in (found.left, found.right)
    )
    both = clash([*new_left, *new_right], found, new_left, new_right)
    assert clash([*new_left, *new_right], found, new_right, new_left) is both
    return both


def test_two_names_are_no_clash() -> None:
    assert not clashes("x()\n", "x()\ndef f(): a\n", "x()\ndef g(): a\n")


def test_one_name_of_two_kinds_is_one() -> None:
    assert clashes("x()\n", "x()\ndef f(): a\n", "x()\nclass f: a\n")


def test_overloads_of_one_kind_are_two() -> None:
    base, *overloads, field = (
        f"class A {{ int x; {member} }}\n"
        for member in ("", "void f(int a) {}", "void f(char a) {}", "class f {}")
    )
    assert not clashes(base, overloads[0], overloads[1], "class_body", "java")
    assert clashes(base, overloads[0], field, "class_body", "java")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("margin: 0", "margin-left: 1px", True),
        ("margin: 0", "margin-trim: none", False),
        ("margin-top: 0", "margin-left: 1px", False),
        ("color: red", "color-scheme: dark", False),
    ],
)
def test_a_whole_and_a_part_of_it_are_one(left: str, right: str, expected: bool) -> None:
    texts = [f"a {{\n  top: 0;\n{more}}}\n" for more in ("", f"  {left};\n", f"  {right};\n")]
    assert clashes(texts[0], texts[1], texts[2], "block", "css") is expected


def test_an_array_of_tables_and_a_table_in_it_are_one() -> None:
    assert clashes("", "[[a]]\nx = 1\n", "[a.b]\ny = 1\n", language="toml")
    assert not clashes("", "[a]\nx = 1\n", "[a.b]\ny = 1\n", language="toml")


def test_tokens_that_exclude_each_other_are_one() -> None:
    texts = ("static int f;", "static public int f;", "static private int f;")
    base, left, right = (f"class A {{ {each} }}\n" for each in texts)
    assert clashes(base, left, right, "modifiers", "java")
    assert not clashes(base, left, left.replace("public", "final"), "modifiers", "java")
    assert not clashes(base, left, left, "modifiers", "java")


def test_what_names_something_deleted_uses_it() -> None:
    base = "def f(): a\ndef h(): a\nx()\n"
    found = slots(base, "", base + "def g(): f(x())\n")
    (new,) = (number for number in found.right if number not in found.base)
    assert [uses_deleted([new], [gone], found) for gone in found.base] == [True, False, False]
