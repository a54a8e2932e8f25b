"""A merged tree beside the parse of its own text: accepted if it is what was meant."""

from __future__ import annotations

from agentfs.merge.structured.isomorphic import is_isomorphic
from agentfs.merge.structured.made import Made, text_of
from tests.support.trees import made, tree


def accepted(meant: Made, language: str = "python") -> bool:
    return is_isomorphic(meant, tree(text_of(meant).decode(), language))


def whole(kind: str, text: bytes) -> Made:
    return Made(kind, (text,), whole=True)


def array(*parts: bytes | Made) -> Made:
    inner = Made("array", (whole("[", b"["), *parts, whole("]", b"]")))
    return Made("document", (inner, b"\n"))


def test_what_a_merge_meant_is_accepted() -> None:
    meant = made("x = {'a': 1}\n", "x = {'a': 1, 'b': f(2)}\n", "x = {'c': [3], 'a': 1}\n")
    assert accepted(meant)
    assert accepted(array(whole("number", b"1"), b", ", whole("number", b"2")), "json")


def test_a_missing_separator_is_found() -> None:
    assert not accepted(array(whole("number", b"1"), b" ", whole("number", b"2")), "json")
    assert not accepted(array(whole("number", b"1"), whole("number", b"2")), "json")


def test_an_item_that_was_swallowed_is_found() -> None:
    statements = (whole("identifier", b"a"), b" ", whole("parenthesized_expression", b"(b)"))
    assert not accepted(Made("module", (*statements, b"\n")))
    assert accepted(Made("module", (*statements[:1], b"\n", statements[2], b"\n")))
    comment = (whole("comment", b"# one"), b" ", whole("identifier", b"b"))
    assert not accepted(Made("module", (*comment, b"\n")))


def test_an_item_that_grew_together_with_what_is_beside_it_is_found() -> None:
    assert not accepted(Made("module", (whole("identifier", b"a"), b"b\n")))
    assert not accepted(Made("module", (b"a", whole("identifier", b"b"), b"\n")))


def test_an_item_of_another_kind_is_found() -> None:
    assert not accepted(Made("module", (whole("assignment", b"f(x)"), b"\n")))
    assert not accepted(Made("program", (whole("call", b"f(x)"), b"\n")))


def test_an_item_that_nobody_meant_is_found() -> None:
    meant = Made("module", (whole("identifier", b"a"), b"\nb\n"))
    assert not accepted(meant)


def test_comments_between_items_are_no_items() -> None:
    meant = array(whole("number", b"1"), b", // one\n", whole("number", b"2"))
    assert accepted(meant, "json")
