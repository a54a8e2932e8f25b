"""Values that one side gives to what the other made a constant."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.names.constants import given_anew
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of

TEXTS = {
    "a.js": "function f(a) {{\n  {} n = 1;\n  log();\n  {};\n}}\n",
    "a.ts": "export function f(a: A) {{\n  {} n = 1;\n  log();\n  {};\n}}\n",
    "a.rs": "fn f(a: A) {{\n    {} n = 1;\n    log();\n    {};\n}}\n",
    "a.java": "class A {{\n  void f(A a) {{\n    {} n = 1;\n    log();\n    {};\n  }}\n}}\n",
    "a.kt": "fun f(a: A) {{\n    {} n = 1\n    log()\n    {}\n}}\n",
    "a.swift": "func f(a: A) {{\n    {} n = 1\n    log()\n    {}\n}}\n",
    "a.scala": "object A {{\n  def f(a: A) = {{\n    {} n = 1\n    log()\n    {}\n  }}\n}}\n",
}
WORDS = {
    "a.js": ("let", "const"),
    "a.ts": ("var", "const"),
    "a.rs": ("let mut", "let"),
    "a.java": ("int", "final int"),
    "a.kt": ("var", "val"),
    "a.swift": ("var", "let"),
    "a.scala": ("var", "val"),
}


def found(path: str, put: str) -> list[str]:
    variable, constant = WORDS[path]
    text = TEXTS[path]
    base, left = text.format(variable, "end()"), text.format(constant, "end()")
    right, result = text.format(variable, put), text.format(constant, put)
    language = language_of(RepoPath(path.encode()), base.encode())
    assert language is not None
    texts = (base.encode(), left.encode(), right.encode())
    return [each.what for each in given_anew(Judged(texts, result.encode(), language))]


@pytest.mark.parametrize("path", TEXTS)
def test_a_constant_is_given_a_value(path: str) -> None:
    assert found(path, "n = 2") == ["n"]
    assert found(path, "log(n)") == []
    assert found(path, "a.n = 2") == []


@pytest.mark.parametrize(
    "put", ["n += 2", "n++", "--n", "if (a) { n = 2; }", "(() => { n = 2; })()"]
)
def test_in_any_way(put: str) -> None:
    assert found("a.js", put) == ["n"]


@pytest.mark.parametrize("put", ["const g = (n) => { n = 2; }", "{ let n = 1; n = 2; }", "n == 2"])
def test_it_may_be_another_of_that_name(put: str) -> None:
    assert found("a.js", put) == []
