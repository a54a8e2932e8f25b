"""What one side put into something larger: where the one is in the other."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.made import Made, text_of
from agentfs.merge.structured.reshaped.nesting import end_of, is_put_into, is_token, path_to, put_in
from agentfs.merge.structured.trees.tree import Node
from tests.support.trees import node


def call(text: str) -> Node:
    return node(f"{text}\n", "call")


def kinds(path: list[Node]) -> list[str]:
    return [each.type for each in path]


def test_the_path_to_what_is_there_once() -> None:
    path = path_to(call("f(1, g( a, b ))"), call("g(a, b)"))
    assert kinds(path) == ["argument_list", "call"]
    assert path[-1].text == b"g( a, b )"


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("f(g(a), g(a))", "g(a)"), ("f(a)", "g(a)"), ("g(a)", "g(a)")],
)
def test_there_is_no_path_to_what_is_not_there_or_twice_or_all(outer: str, inner: str) -> None:
    assert path_to(call(outer), call(inner)) == []


def test_what_is_put_at_the_end_of_a_path_stands_in_all_the_rest() -> None:
    outer, inner = call("f(1, g(a, b))"), call("g(a, b)")
    path = path_to(outer, inner)
    made = put_in(outer, {path[-1]: Made("call", (b"h()",), whole=True)})
    assert text_of(made) == b"f(1, h())"


def test_a_path_leads_to_what_stands_there_in_a_text_that_is_the_same_around_it() -> None:
    outer, inner = call("f(1, g(a))"), call("g(a)")
    path = path_to(outer, inner)
    there = end_of(path, outer, call("f(1, g(b))"))
    assert there is not None
    assert there.text == b"g(b)"
    assert end_of(path, outer, call("f(2, g(b))")) is None
    assert end_of(path, outer, call("f(1)")) is None


def test_both_changed_it_alike_and_one_put_that_into_something_larger() -> None:
    assert is_put_into(call("g(a)"), call("f(g(b, c))"), call("g(b, c)"))
    assert not is_put_into(call("f(g(b, c))"), call("f(g(b, c), 1)"), call("g(b, c)"))


def test_a_name_is_one_token_however_deep_and_a_call_is_not() -> None:
    assert is_token(node("def f(x: Name): ...\n", "type"))
    assert not is_token(node("def f(x: name()): ...\n", "type"))
