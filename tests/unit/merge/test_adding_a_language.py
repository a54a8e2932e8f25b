"""The example of ``docs/adding-a-language.md`` is a profile that works."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from agentfs.merge.merge3 import merge3
from agentfs.merge.values import MergeResult
from agentfs.model.conflicts import ConflictKind
from agentfs.syntax.definitions import definitions_in
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.profile import Profile

PAGE = Path(__file__).parents[3] / "docs" / "adding-a-language.md"
BASE = """\
include "a.thrift"

struct User {
  1: required i64 id, // never changes
  2: string name;
}

service S {
  User get(1: i64 id),
}
"""


@pytest.fixture(name="thrift", scope="module")
def _thrift() -> Profile:
    """The block of the page that is a module."""
    text = PAGE.read_text()
    block = text[text.index('    """Thrift."""') : text.index("\nIn this order:")]
    names: dict[str, tuple[Profile, ...]] = {}
    exec(compile(dedent(block), str(PAGE), "exec"), names)
    (profile,) = names["PROFILES"]
    return profile


def merged(left: str, right: str, language: Profile) -> MergeResult:
    return merge3(BASE.encode(), left.encode(), right.encode(), language)


def test_its_definitions_are_known(thrift: Profile) -> None:
    root = parse_tree(thrift.grammar, BASE.encode()).root_node
    found = definitions_in(root, BASE.encode(), thrift).definitions
    assert [each.symbol for each in found] == ["User", "S", "S.get"]


def test_fields_that_both_add_are_both_kept(thrift: Profile) -> None:
    left = BASE.replace("name;\n", "name;\n  3: string mail;\n")
    right = BASE.replace("name;\n", "name;\n  4: i32 age;\n")
    result = merged(left, right, thrift)
    assert result.clean
    assert b"  3: string mail;\n  4: i32 age;\n}" in result.text_with("left")


@pytest.mark.parametrize("other", ["  3: i32 age;\n", "  4: i32 mail;\n"])
def test_one_number_or_one_name_for_two_fields_is_a_conflict(thrift: Profile, other: str) -> None:
    left = BASE.replace("name;\n", "name;\n  3: string mail;\n")
    result = merged(left, BASE.replace("name;\n", "name;\n" + other), thrift)
    assert [clash.kind for clash in result.clashes] == [ConflictKind.ADD_ADD]


def test_what_it_names_is_in_the_grammar(thrift: Profile) -> None:
    language = parse_tree(thrift.grammar, b"").language
    known = {language.node_kind_for_id(number) for number in range(language.node_kind_count)}
    named = {*thrift.definitions, *thrift.imports, *thrift.atomic, *thrift.keys}
    assert named <= known
