"""What a tree states, and in what."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.inputs.things import Things
from agentfs.syntax.grammars import parse_tree
from tests.support.trees import PROFILES


def things(text: str, language: str) -> Things:
    profile = PROFILES[language]
    return Things(text.encode(), parse_tree(profile.grammar, text.encode()), profile)


def stated(
    kind: str, text: str, language: str = "python", rows: list[int] | None = None
) -> list[str]:
    """What of that kind is stated, each with the places that it is in."""
    found = things(text, language)
    shown = (
        b" ".join((each.key.text, b"in", *found.address(each.parent))).decode()
        for location in found.locations(rows)
        for each in found.stated(location)
        if each.key.kind.startswith(kind)
    )
    return [" ".join(each.split()) for each in shown]


@pytest.mark.parametrize(
    ("kind", "language", "text", "expected"),
    [
        ("definition", "python", "class A:\n    @d\n    def f(self): a\n", ["A in", "f in A"]),
        ("imported", "javascript", "import { a, b } from 'm';\n", ["'m' a in", "'m' b in"]),
        ("entry", "json", '{"a": {"b": 1}}\n', ["a in", "b in a"]),
        ("entry 0", "css", "a { top: 0; left: 1px }\n", ["top in a", "left in a"]),
        ("distinct", "protobuf", "message M { oneof o { int32 a = 1; } }\n", ["1 in M", "a in M"]),
    ],
)
def test_names_and_what_they_are_in(
    kind: str, language: str, text: str, expected: list[str]
) -> None:
    assert stated(kind, text, language) == expected


def test_quotes_are_no_part_of_a_key() -> None:
    assert stated("entry", "x = {'a': 1}\n") == stated("entry", 'x = {"a": 2}\n') == ["a in"]


def test_clauses_of_one_function_state_it_once() -> None:
    assert stated("definition", "f 0 = 1\nf n = n\n", "haskell") == ["f in"]


def test_only_what_touches_a_row_is_looked_at() -> None:
    text = "def f():\n    pass\n\n\ndef g():\n    pass\n"
    assert [each.split()[0] for each in stated("definition", text, rows=[5])] == ["g"]


def test_members_are_in_no_function() -> None:
    found = things("class A:\n    def f(self):\n        def g(): pass\n", "python")
    kinds = [location.node.type for location in found.members()]
    assert kinds == ["class_definition", "function_definition"]


def test_what_is_wrapped_is_in_what_the_wrapper_is_in() -> None:
    found = things("class A:\n    @d\n    def f(self): pass\n", "python")
    (member,) = (
        each
        for location in found.locations(None)
        if location.node.type == "function_definition"
        for each in found.stated(location)
    )
    assert member.parent.node.type == "block"
    below = [location.node.type for location in found.below(member.parent)]
    assert "function_definition" in below
