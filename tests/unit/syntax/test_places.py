"""Paths of places lead to the nodes that a profile means."""

from __future__ import annotations

import re

import pytest
from tree_sitter import Node

from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.places import nodes_at, text_at

POM = b"<a><b c='1' d='2'><x>1</x><y>2</y><x>3</x></b></a>"


def found(grammar: str, text: bytes, kind: str, starts: bytes) -> Node:
    waiting = [parse_tree(grammar, text).root_node]
    while waiting:
        node = waiting.pop()
        if node.type == kind and (node.text or b"").startswith(starts):
            return node
        waiting += node.children
    raise LookupError(kind)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("STag/Name", b"b"),
        ("EmptyElemTag/Name", b""),
        ("STag/Attribute/AttValue", b"'1'"),
        ("STag/Attribute*/AttValue", b"'1' '2'"),
        ("STag/Attribute[Name=d]/AttValue", b"'2'"),
        ("content/element[STag/Name=x]", b"<x>1</x>"),
        ("content/element*[STag/Name=x]", b"<x>1</x> <x>3</x>"),
        ("content/element[STag/Name=z]", b""),
        ("../../STag/Name", b"a"),
        (".[ETag/Name=b]/STag/Name", b"b"),
        (".[ETag/Name=q]/STag/Name", b""),
    ],
)
def test_a_path_leads_to_its_text(path: str, text: bytes) -> None:
    assert text_at(found("xml", POM, "element", b"<b"), path) == text


def test_a_field_goes_before_a_type() -> None:
    pair = found("json", b'{"k": "v"}', "pair", b"")
    assert text_at(pair, "value") == b'"v"'
    assert text_at(pair, "string") == b'"k"'


def test_a_chain_is_what_it_joins() -> None:
    arm = found("rust", b"fn f() { match x { A | b::C | 'd' => 1, E => 2 } }", "match_arm", b"A")
    assert text_at(arm, "pattern/or_pattern+") == b"A b::C 'd'"
    assert text_at(arm, "value/or_pattern+") == b""


def test_above_the_root_there_is_nothing() -> None:
    assert nodes_at(parse_tree("json", b"{}").root_node, "..") == []


@pytest.mark.parametrize("path", ["a[b", "a[b]"])
def test_a_path_that_is_none_is_the_profiles_fault(path: str) -> None:
    root = parse_tree("json", b"{}").root_node
    with pytest.raises(ValueError, match=re.escape(path)):
        nodes_at(root, path)


def test_what_stands_before_is_near_or_anywhere() -> None:
    text = b"def f(a, *, b=1, c=2): pass"
    last = found("python", text, "default_parameter", b"c")
    assert text_at(last, "<default_parameter") == b"b=1"
    assert text_at(last, "<keyword_separator") == b""
    assert text_at(last, "<<keyword_separator") == b"*"
    assert text_at(found("python", text, "identifier", b"a"), "<<keyword_separator") == b""
