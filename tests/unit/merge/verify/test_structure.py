"""Syntax errors, and things stated twice, in a result that was made from inputs without."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.structure import structural
from agentfs.model.ids import RepoPath
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.languages import LANGUAGES, language_of
from agentfs.syntax.profile import Profile


def found(path: str, base: str, left: str, right: str, result: str) -> list[Finding]:
    profile = language_of(RepoPath(path.encode()), base.encode())
    assert profile is not None
    inputs = base.encode(), left.encode(), right.encode()
    return list(structural(Judged(inputs, result.encode(), profile)))


@pytest.mark.parametrize("profile", LANGUAGES, ids=[profile.name for profile in LANGUAGES])
def test_what_is_no_code_of_a_language_does_no_harm(profile: Profile) -> None:
    assert list(structural(Judged((b"", b"a\n", b"b\n"), b"a\nb\n", profile))) == []
    assert list(structural(Judged((b"", b"\0", b"b\n"), b"\0b\n", profile))) == []


def test_where_a_syntax_error_is() -> None:
    (finding,) = found(
        "a.go",
        "package a\n",
        "package a\n\nfunc f() {}\n",
        "package b\n",
        "package b\n\nfunc f() }\n",
    )
    assert finding.kind is FindingKind.BROKEN
    assert finding.line == 3


def test_an_error_that_an_input_has_is_no_finding() -> None:
    broken = "package a\n\nfunc f( {\n}\n"
    assert (
        found(
            "a.go",
            broken,
            broken + "var x = 1\n",
            "// c\n" + broken,
            "// c\n" + broken + "var x = 1\n",
        )
        == []
    )


def test_python_is_asked_too_where_it_reads_the_inputs() -> None:
    base, broken = "a()\nb()\n", "a()\n  b()\n"
    # The grammar takes this for no error.
    (finding,) = found("a.py", base, base + "c()\n", base, broken + "c()\n")
    assert (finding.kind, finding.line) == (FindingKind.BROKEN, 2)
    assert found("a.py", base, broken, base, broken) == []


def test_the_last_of_the_doubles_is_named() -> None:
    base = "class A:\n    x = 1\n"
    method = "    def f(self):\n        pass\n"
    (finding,) = found(
        *("a.py", base, base + method, "class A:\n" + method + "    x = 1\n"),
        "class A:\n" + method + "    x = 1\n" + method,
    )
    assert (finding.kind, finding.what, finding.line) == (FindingKind.DOUBLED, "f", 5)
    assert finding.reason == "the result states `f` 2 times in one place, no input does"


def test_a_script_of_a_page_is_looked_at_as_what_it_is() -> None:
    page = "<p>one</p>\n<script>\n{}let a = 1;\nlet b = 2;\n{}</script>\n"
    one, other = "let c = 3;\n", "let c = 4;\n"
    texts = (page.format("", ""), page.format(one, ""), page.format("", other))
    (finding,) = found("a.html", *texts, page.format(one, other))
    assert (finding.kind, finding.line) == (FindingKind.DOUBLED, 6)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "class A:\n    @property\n    def x(): pass\n    @x.setter\n    def x(v): pass\n"),
        ("a.py", "try:\n    import a\nexcept ImportError:\n    import a\n"),
        ("a.ts", "function f(a: A): void;\nfunction f(a: B): void;\nfunction f(a: any) {}\n"),
        ("a.rs", "impl A {\n    fn f() {}\n}\nimpl A {\n    fn f() {}\n}\n"),
        ("a.go", "package a\n\nfunc init() {}\n\nfunc init() {}\n"),
    ],
)  # fmt: skip
def test_what_a_side_states_twice_the_result_may(path: str, text: str) -> None:
    head = "package a\n" if path.endswith(".go") else ""
    body = text.removeprefix(head)
    assert found(path, head, text, head + "\n", head + "\n" + body) == []


def test_equal_names_in_different_places_are_no_doubles() -> None:
    base = "class A {\n    int x;\n}\nclass B {\n    int x;\n}\n"
    f = "    void f() {}\n"
    left = base.replace("class A {\n", "class A {\n" + f)
    right = base.replace("class B {\n", "class B {\n" + f)
    both = left.replace("class B {\n", "class B {\n" + f)
    assert found("A.java", base, left, right, both) == []


def test_a_large_tree_is_asked_in_no_time() -> None:
    """Of a list of many entries only what is new is compared."""
    entries = "".join(f'  "k{number}": {{"name": 1}},\n' for number in range(20_000))
    base = "{\n" + entries + '  "z": 0\n}\n'
    left, right = base.replace('"k5"', '"five"'), base.replace('"k9"', '"nine"')
    both = left.replace('"k9"', '"nine"')
    assert parse_tree("json", both.encode())
    assert found("a.json", base, left, right, both) == []


def test_what_an_input_states_twice_may_be_stated_more_often() -> None:
    base = "class A:\n    @property\n    def x(): pass\n    y = 1\n"
    setter, deleter = (f"    @x.{each}\n    def x(): pass\n" for each in ("setter", "deleter"))
    one = base.replace("    y", setter + "    y")
    assert found("a.py", base, one, base + deleter, one + deleter) == []
