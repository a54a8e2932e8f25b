"""Calls of one side that no longer fit the parameters that the other gave to a function."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.names.signatures import called_otherwise
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of

TEXTS = {
    "a.py": "def send({}):\n    post()\n\n\ndef bye(user):\n    commit()\n    {}\n",
    "a.js": "function send({}) {{\n  post();\n}}\n\nfunction bye(user) {{\n  {};\n}}\n",
    "a.ts": "const send = ({}) => {{\n  post();\n}};\n\nfunction bye(user) {{\n  {};\n}}\n",
    "a.php": "<?php\nfunction send({}) {{\n  post();\n}}\n\nfunction bye($user) {{\n  {};\n}}\n",
    "a.rb": "def send({})\n  post\nend\n\ndef bye(user)\n  {}\nend\n",
    "a.go": "package a\n\nfunc send({}) {{\n\tpost()\n}}\n\nfunc bye(user User) {{\n\t{}\n}}\n",
    "a.java": "class A {{\n  void send({}) {{\n  }}\n\n  void bye(User u) {{\n    {};\n  }}\n}}\n",
    "a.kt": "fun send({}) {{\n    post()\n}}\n\nfun bye(user: User) {{\n    {}\n}}\n",
}


def found(path: str, old: str, new: str, call: str) -> list[str]:
    """One side gives `send` the parameters `new` for `old`, the other calls it."""
    text = TEXTS[path]
    base, left = text.format(old, "end()"), text.format(new, "end()")
    right, result = text.format(old, call), text.format(new, call)
    language = language_of(RepoPath(path.encode()), base.encode())
    assert language is not None
    for sides in ((left, right), (right, left)):
        texts = (base.encode(), sides[0].encode(), sides[1].encode())
        reasons = [each.what for each in called_otherwise(Judged(texts, result.encode(), language))]
    return reasons


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("a.py", "to, text", "text, to"),
        ("a.py", "to, text", "to, text, size"),
        ("a.py", "to, text", "to"),
        ("a.js", "to, text", "text, to"),
        ("a.js", "to, text", "next, to, text"),
        ("a.ts", "to: A, text: B", "to: A, text: B, size: C"),
        ("a.php", "$to, $text", "$text, $to"),
        ("a.rb", "to, text", "to, text, size"),
        ("a.go", "to A, text B", "next C, to A, text B"),
        ("a.java", "A to, B text", "B text, A to"),
        ("a.kt", "to: A, text: B", "text: B, to: A"),
    ],
)
def test_a_call_does_not_fit(path: str, old: str, new: str) -> None:
    assert found(path, old, new, "send(1, 2)") == ["send"]


@pytest.mark.parametrize(
    ("path", "old", "new", "call"),
    [
        ("a.py", "to, text", "to, text, size=1", "send(1, 2)"),
        ("a.py", "to, text", "text, to", "send(to=1, text=2)"),
        ("a.py", "to, text", "target, text", "send(1, 2)"),
        ("a.py", "to, text", "text, to", "send(*both)"),
        ("a.py", "to, text", "text, to", "other.send(1, 2)"),
        ("a.py", "to, text", "to: A, text: B", "send(1, 2)"),
        ("a.js", "to, text", "to, text, size", "send(1, 2)"),
        ("a.js", "to, { text }", "to, { text, size }", "send(1, { text })"),
        ("a.ts", "to: A, text: B", "to: A, text: B, size?: C", "send(1, 2)"),
        ("a.go", "to A, text B", "to A, text B, more ...C", "send(1, 2)"),
    ],
)
def test_a_call_fits(path: str, old: str, new: str, call: str) -> None:
    assert found(path, old, new, call) == []


def test_a_label_of_another_name() -> None:
    assert found("a.py", "to, text", "to, body", "send(1, text=2)") == ["send"]
    assert found("a.py", "to, text", "to, body", "send(1, body=2)") == []
