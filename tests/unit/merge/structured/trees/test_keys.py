"""What tells the items of a list apart, and which may stand in any order."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from agentfs.merge.structured.trees.items import Item, items_of
from agentfs.merge.structured.trees.keys import (
    DEFINITIONS,
    IMPORTS,
    OVERLOAD,
    distinct_texts,
    group_of,
    key_of,
)
from agentfs.merge.structured.trees.tree import tree_of
from agentfs.syntax.profile import Profile, Unordered
from tests.support.trees import PROFILES, items


def keys(text: str, kind: str = "", language: str = "python") -> list[bytes | None]:
    return [key_of(item) for item in items(text, kind, language) if item.core.named]


def groups(text: str, kind: str = "", language: str = "python") -> list[str | None]:
    return [group_of(item) for item in items(text, kind, language) if item.core.named]


def one_key(text: str, kind: str = "", language: str = "python") -> bytes | None:
    (key,) = keys(text, kind, language)
    return key


# --- definitions


def test_a_definition_is_known_by_its_name() -> None:
    assert one_key("@d\ndef f(a): pass\n") == one_key("def f(): return 1\n") == b"name f"
    assert groups("def f(): pass\nclass A: pass\n") == [DEFINITIONS, DEFINITIONS]


def test_a_statement_has_no_key_and_its_place_is_its_own() -> None:
    assert one_key("f(1)\n") is None
    assert groups("f(1)\n") == [None]


def test_overloads_differ_in_their_parameters_and_not_in_their_name() -> None:
    first = keys("class A { void f(int a) {} void f(String a) {} }", "class_body", "java")
    again = keys("class A { void f(int b) {} void f(String b) {} }", "class_body", "java")
    assert first == again, "what parameters are called says nothing"
    assert len({*first}) == 2
    assert {key.split(OVERLOAD)[0] for key in first if key} == {b"name f"}


def test_a_getter_and_a_setter_are_two() -> None:
    text = "class A:\n  @property\n  def x(self): ...\n  @x.setter\n  def x(self, v): ...\n"
    getter, setter = keys(text, "block")
    assert getter == b"name x"
    assert setter is not None
    assert setter.startswith(b"name x" + OVERLOAD)


# --- imports and entries


def test_imports_are_known_by_what_they_import() -> None:
    assert one_key("from a import b\n") == one_key("from a import c\n")
    assert one_key("from a import b\n") != one_key("from .a import b\n")
    assert groups("import a\nfrom b import c\n") == [IMPORTS, IMPORTS]


def test_blanks_do_not_make_another_import() -> None:
    assert one_key("import a, b\n") == one_key("import a,b\n")


def test_quotes_do_not_make_another_key() -> None:
    single, double = keys("x = {'a': 1, \"a\": 2}\n", "dictionary")
    assert single == double is not None


def test_a_plain_string_is_the_same_in_other_quotes() -> None:
    single, double = keys("__all__ = ['a', \"a\"]\n", "list")
    assert single == double is not None


def test_an_entry_without_its_key_has_none() -> None:
    assert keys("x = {**a, 'b': 1}\n", "dictionary") == [None, b"name b"]


# --- rules for lists without an order


def test_a_list_of_plain_strings_has_no_order_and_a_mixed_one_has() -> None:
    plain = groups("__all__ = ['a', 'b']\n", "list")
    assert plain[0] == plain[1] is not None
    assert groups("x = ['a', f()]\n", "list") == [None, None]
    assert groups("x = [\n  # why\n  'a',\n  'b',\n]\n", "list").count(None) == 0


def test_a_list_under_a_name_that_orders_it_has_its_order() -> None:
    assert groups('{"files": ["a", "b"]}', "array", "json").count(None) == 0
    assert groups('{"args": ["a", "b"]}', "array", "json") == [None, None]


def test_the_name_in_front_of_a_version_is_the_key() -> None:
    old, new = keys('{"needs": ["a>=1", "b>=2"]}', "array", "json")
    assert (old, new) == (b"name a", b"name b")


def with_rule(rule: Unordered) -> Profile:
    return replace(PROFILES["python"], unordered=(rule,), keys={"pair": ("key",)})


def of(text: str, profile: Profile, kind: str) -> list[Item]:
    waiting = [tree_of(text.encode(), profile)]
    while waiting[0].type != kind:
        waiting = [*waiting[0].children, *waiting[1:]] or waiting
    return [item for item in items_of(waiting[0]) if item.core.named]


CALL = frozenset({"argument_list"})
WORDS = frozenset({"keyword_argument"})


@pytest.mark.parametrize(
    ("rule", "free"),
    [
        (Unordered(parents=CALL, items=WORDS, keys=("name",)), [True, True]),
        (Unordered(parents=CALL, items=WORDS, keys=("name",), alone=True), [True, True]),
        (
            Unordered(
                parents=CALL,
                items=WORDS,
                keys=("name",),
                name_place="../function",
                named=frozenset({b"f"}),
            ),
            [True, False],
        ),
        (
            Unordered(
                parents=CALL,
                items=WORDS,
                keys=("name",),
                name_place="../function",
                not_named=frozenset({b"f"}),
            ),
            [False, True],
        ),
        (
            Unordered(parents=CALL, items=WORDS, keys=("name",), having=frozenset({"string"})),
            [False, False],
        ),
        (
            Unordered(parents=CALL, items=WORDS, keys=("name",), having=frozenset({"integer"})),
            [True, True],
        ),
    ],
)
def test_a_rule_is_for_those_that_it_describes(rule: Unordered, free: list[bool]) -> None:
    for called, expected in zip(("f", "g"), free, strict=True):
        found = of(f"{called}(a=1, b=2)\n", with_rule(rule), "argument_list")
        assert [group_of(item) is not None for item in found] == [expected, expected]


def test_a_rule_for_what_is_alone_does_not_fit_beside_others() -> None:
    rule = Unordered(parents=CALL, items=WORDS, keys=("name",), alone=True)
    found = of("f(x, a=1)\n", with_rule(rule), "argument_list")
    assert [group_of(item) for item in found] == [None, None]


def test_rules_with_their_own_keys_go_before_the_profiles() -> None:
    rule = Unordered(parents=CALL, items=WORDS, keys=("value",), key_part=re.compile(rb"\d"))
    (item,) = of("f(a=12)\n", with_rule(rule), "argument_list")
    assert key_of(item) == b"name 1"


def test_two_imports_of_one_name_have_in_common_what_must_differ() -> None:
    one, other, third = items("from a import x\nfrom b import x\nfrom b import y\n")
    assert distinct_texts(one) & distinct_texts(other)
    assert not distinct_texts(one) & distinct_texts(third)
