"""What tells the definitions of a list from each other, if they are written as calls too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tree_sitter import Node

from agentfs.model.ids import RepoPath
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.languages import language_of
from agentfs.syntax.naming import definition_key, is_import
from agentfs.syntax.profile import Profile


def in_preorder(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from in_preorder(child)


def parsed(path: bytes, text: str) -> tuple[Profile, Node]:
    profile = language_of(RepoPath(path), b"")
    assert profile is not None
    root = parse_tree(profile.grammar, text.encode()).root_node
    assert not root.has_error
    return profile, root


@pytest.mark.parametrize(
    ("path", "text", "keys"),
    [
        (b"a.js", 'describe("a", f);\nit.only("b c", f);\n', ["describe a", "it.only b c"]),
        (b"a.js", 'expect("a").toBe(1);\nf("a");\n', []),
        (
            b"a.rb",
            'describe Cart, :slow do\n  let(:a) { 1 }\n  it "b" do\n  end\n  it { is_b }\nend\n',
            ["describe Cart", "let a", "it b"],
        ),
        (b"Gemfile", 'gem "rails", "~> 7"\nsource "x"\n', ["gem rails"]),
        (b"Rakefile", "task build: :compile do\nend\ntask :a\n", ["task build", "task a"]),
        (
            b"a.ex",
            'def f(a) when a > 1, do: a\ndefp g, do: 1\ntest "h" do\n  k(1)\nend\n',
            ["f", "g", "test h"],
        ),
        (b"a.lua", 'describe("a", function()\n  it("b", f)\nend)\n', ["describe a", "it b"]),
        (b"a.sh", "alias ll='ls -l'\necho a\n", ["alias ll="]),
        (b"a.dart", "void main() { test('a', () {}); f('b'); }\n", ["main", "test a"]),
        (b"a.php", "<?php\nit('a', function () {});\n$x->it('b');\n", ["it a"]),
        (b"a.hs", "f :: Int -> Int\nf n = g $ \\x -> x\n", ["f", "f"]),
    ],
)
def test_calls_that_define_something_have_keys(path: bytes, text: str, keys: list[str]) -> None:
    profile, root = parsed(path, text)
    found = [definition_key(node, profile) for node in in_preorder(root) if node.is_named]
    assert [key for key in found if key] == keys


@pytest.mark.parametrize(
    ("path", "text", "keys"),
    [
        (b"a.rb", 'require "set"\nrequire_relative "b"\nrender "c"\n', 2),
        (b"a.ex", "alias A.{B, C}\nuse D\nimport E, only: [f: 1]\nrequire G\nh(1)\n", 4),
        (b"a.lua", 'local a = require("b")\nlocal c = d("e")\nlocal f = 1\n', 1),
        (b"a.sh", 'source "$dir/a.sh"\n. b.sh\n./c.sh\n', 2),
        (b"a.js", 'const { a } = require("b");\nconst c = d("e");\n', 1),
    ],
)
def test_calls_may_import(path: bytes, text: str, keys: int) -> None:
    profile, root = parsed(path, text)
    found = [node for node in root.children if is_import(node, profile)]
    assert len(found) == keys
    named = {definition_key(node, profile) for node in found}
    assert len(named - {""}) == keys, named
