"""Trees as merging sees them: what is a node, and that no token is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.structured.trees.tree import leaves, separator_of, squeezed, tree_again, tree_of
from tests.support.trees import PROFILES, items, node, texts, tree

# --- nodes


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


# --- separators


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
