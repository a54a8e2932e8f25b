"""Trees as merging sees them: what is a node, what belongs together, what counts as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.structured.tree import leaves, same, separator_of, squeezed, tree_again, tree_of
from tests.support.trees import PROFILES, items, node, texts, tree

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


def test_what_is_left_without_a_type_is_a_leaf_of_its_own() -> None:
    """What the grammar gives to no node must not get lost between two."""
    for text in ("a = {\n  b: 1,\n}\n@@@\n", "x = (1 +\n", "\ufeffx = 1\n"):
        parsed = tree(text, "javascript")
        kept = b"".join(leaf.text for leaf in leaves(parsed))
        assert squeezed(kept) == squeezed(text.encode().removeprefix(b"\xef\xbb\xbf"))


def test_a_comment_at_the_end_of_a_body_stands_above_what_comes_next() -> None:
    """The grammar puts it into the body before it."""
    found = items("def f():\n    pass\n# about g\ndef g():\n    pass\n")
    assert texts(found) == ["def f():\n    pass", "# about g\ndef g():\n    pass"]
    deeper = items("def f():\n    pass\n    # about f\ndef g():\n    pass\n")
    assert texts(deeper)[0].endswith("# about f")


def test_a_list_of_lists_is_one_list() -> None:
    union = node("type A =\n  | 'a'\n  | 'b'\n  | 'c';\n", "union_type", "typescript")
    assert texts(union.children) == ["'a'", "'b'", "'c'"]
    assert {child.parent for child in union.children} == {union}


def test_a_list_of_lists_may_be_long() -> None:
    names = [f"'{number}'" for number in range(3000)]
    union = node(f"type A = {' | '.join(names)};\n", "union_type", "typescript")
    assert texts(union.children) == names


def test_a_field_with_several_nodes_is_no_role() -> None:
    parts = node("from a import b, c\n", "import_from_statement").children
    assert [part.role for part in parts if part.named] == ["module_name", "", ""]


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


def test_a_separator_is_at_the_start_of_a_gap() -> None:
    assert separator_of(b" ,\n  ") == b","
    assert separator_of(b"\n | ") == b"|"
    assert separator_of(b"\n  ") == b""


# --- laws


@given(st.text("ab(){}[];:,=\"'#\n ", max_size=40))
def test_no_token_is_lost_or_there_twice(text: str) -> None:
    """Separators and blanks aside, the leaves are the text."""
    parsed = tree(text, "javascript")
    kept = b"".join(leaf.text for leaf in leaves(parsed))
    assert squeezed(kept) == squeezed(text.encode())


@given(st.text("ab(){};=\n ", max_size=30), st.text("ab(){};=\n ", max_size=30))
def test_a_tree_made_from_another_is_the_tree_of_its_text(old: str, new: str) -> None:
    again = tree_again(tree(old, "javascript"), new.encode())
    assert again.digest == tree_of(new.encode(), PROFILES["javascript"]).digest
