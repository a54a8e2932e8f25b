"""Items: what belongs together in a list, and what counts as the same."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.trees.items import same
from agentfs.merge.structured.trees.tree import squeezed
from tests.support.trees import items, node, texts

# --- items and what belongs to them


def test_comments_directly_above_belong_to_what_follows() -> None:
    found = items("# one\n\n# two\n# three\ndef f(): pass\n")
    assert texts(found) == ["# one", "# two\n# three\ndef f(): pass"]
    assert found[1].core.type == "function_definition"


def test_a_comment_behind_an_item_belongs_to_it() -> None:
    assert texts(items("x = 1  # why\ny = 2\n")) == ["x = 1  # why", "y = 2"]


def test_a_comment_behind_an_items_comma_belongs_to_it() -> None:
    found = items("a = {\n  'k': 1,  # why\n  'l': 2,\n}\n", "dictionary")
    assert texts(found) == ["{", "'k': 1,  # why", "'l': 2", "}"]
    assert [item.index for item in found] == [0, 1, 2, 3]


def test_a_semicolon_belongs_to_what_it_ends() -> None:
    found = items("a = 1\n;b = 2;\n", language="javascript")
    assert texts(found)[-1] == "b = 2;"


def test_annotations_and_decorators_lead_up_to_what_they_are_about() -> None:
    found = items("/** doc */\n@A\nclass X {}\n", language="java")
    assert texts(found) == ["/** doc */\n@A\nclass X {}"]


def test_clauses_of_one_function_are_one_item() -> None:
    text = "f :: Int -> Int\nf 0 = 1\nf n = n\ng = 2\n"
    found = items(text, "declarations", "haskell")
    assert [item.text.decode() for item in found] == ["f :: Int -> Int\nf 0 = 1\nf n = n", "g = 2"]


# --- what is the same


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("f(a, b)", "f(a,b)", True),
        ("f(a, b)", "f(a,\n  b,\n)", True),
        ("f(ab)", "f(a, b)", False),
        ("f('a, b')", "f('a,b')", False),
        ("[1, 2, 3]", "[12, 3]", False),
        ("x if y else z", "x if y else  z", True),
    ],
)
def test_blanks_and_separators_do_not_count_but_structure_does(
    one: str, other: str, equal: bool
) -> None:
    (first,), (second,) = items(one + "\n"), items(other + "\n")
    assert same(first, second) is equal
    assert (first.digest == second.digest) is equal


def test_things_of_two_kinds_are_not_the_same() -> None:
    name, string = node("x\n", "identifier"), node("'x'\n", "string")
    assert not same(name, string)


def test_indentation_that_has_meaning_makes_another_tree() -> None:
    (one,) = items("if a:\n    if b:\n        c()\n    d()\n")
    (other,) = items("if a:\n    if b:\n        c()\n        d()\n")
    assert squeezed(one.text) == squeezed(other.text)
    assert not same(one, other)
