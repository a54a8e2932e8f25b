"""Texts of lines as trees: entries with keys, in sections."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.structured.trees.items import items_of
from agentfs.merge.structured.trees.tree import Node, leaves, squeezed
from tests.support.trees import texts, tree


def keys(node: Node) -> list[bytes | None]:
    return [child.key for child in node.children]


def test_entries_have_keys_and_comments_have_none() -> None:
    root = tree("# top\na=1\nb : 2\n\n! last\n", "properties")
    assert keys(root) == [None, b"entry a", b"entry b", None]
    assert [child.type for child in root.children] == ["comment", "entry", "entry", "comment"]


def test_an_entry_goes_on_behind_a_backslash() -> None:
    root = tree("a=1,\\\n  2\nb=3\n", "properties")
    assert texts(root.children) == ["a=1,\\\n  2", "b=3"]


def test_an_entry_goes_on_in_lines_that_are_indented_deeper() -> None:
    root = tree("[s]\na =\n  one\n  two\nb = 1\n", "ini")
    (section,) = root.children
    assert texts(section.children) == ["[s]", "a =\n  one\n  two", "b = 1"]


def test_a_blank_line_ends_an_entry() -> None:
    root = tree("a = 1\n\n  b = 2\n", "ini")
    assert keys(root) == [b"entry a", b"entry b"]


def test_a_section_has_its_head_and_its_entries() -> None:
    root = tree("x = 0\n[one]\na = 1\n\n[two]\nb = 2\n", "ini")
    assert keys(root) == [b"entry x", b"section one", b"section two"]
    assert [texts(part.children) for part in root.children[1:]] == [
        ["[one]", "a = 1"],
        ["[two]", "b = 2"],
    ]


def test_comments_above_a_section_are_the_sections() -> None:
    root = tree("[one]\na = 1\n# of one\n\n# of two\n[two]\nb = 2\n", "ini")
    assert texts(items_of(root)) == ["[one]\na = 1\n# of one", "# of two\n[two]\nb = 2"]
    assert root.children[1].parent is root


def test_a_section_may_have_an_end() -> None:
    root = tree("module a\n\nrequire (\n\tx v1\n\ty v2\n)\n\ngo 1.20\n", "gomod")
    (section,) = [child for child in root.children if child.type == "section"]
    assert texts(section.children)[1:3] == ["x v1", "y v2"]
    assert texts(root.children)[-1] == "go 1.20"


@given(st.text("ab=[]#\\ \t\n", max_size=60))
def test_no_byte_of_a_line_is_lost(text: str) -> None:
    for language in ("ini", "properties", "gomod", "requirements"):
        root = tree(text, language)
        kept = b"".join(leaf.text for leaf in leaves(root))
        assert squeezed(kept) == squeezed(text.encode())
