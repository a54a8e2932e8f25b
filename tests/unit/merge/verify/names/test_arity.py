"""Functions and structures that one side gave another number of values."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from agentfs.merge.verify.findings import FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.names.arity import outdated
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of


class Case(NamedTuple):
    """One side replaces the pairs of `changed`, the other puts `use` at the end."""

    path: str
    base: str
    changed: tuple[tuple[str, str], ...]
    use: str

    def found(self) -> list[str]:
        left = self.base
        for old, new in self.changed:
            assert old in left
            left = left.replace(old, new)
        texts = (self.base, left, self.base + self.use, left + self.use)
        language = language_of(RepoPath(self.path.encode()), self.base.encode())
        assert language is not None
        base, ours, theirs, result = (text.encode() for text in texts)
        findings = list(outdated(Judged((base, ours, theirs), result, language)))
        assert all(each.kind is FindingKind.UNDEFINED for each in findings)
        return [each.what for each in findings]


GO = "package a\n\nfunc load(id int) {}\n\nfunc a() { load(1) }\n"
GO_CHANGED = (("(id int)", "(ctx C, id int)"), ("load(1)", "load(c, 1)"))
METHOD = GO.replace("func load", "func (t *T) load").replace("{ load(1)", "{ t.load(1)")
POINT = "package a\n\ntype P struct {\n\tX, Y int\n}\n\nvar o = P{0, 0}\n"
POINT_CHANGED = (("X, Y", "X, Y, Z"), ("{0, 0}", "{0, 0, 0}"))
RUST = "fn load(id: u8) {}\nfn a() {\n    load(1);\n}\n"
C = "static char *load(void)\n{\n    return 0;\n}\n"
ZIG = "fn load(n: u8) void {}\n"
POINT_OF_C = "struct pt {\n    int x, y;\n};\nstruct pt o = {0, 0};\n"

OUTDATED = {
    "function of Go": Case("a.go", GO, GO_CHANGED, "\nfunc b() { load(2) }\n"),
    "method of Go": Case("a.go", METHOD, GO_CHANGED, "\nfunc b() { t.load(2) }\n"),
    "fields of Go": Case("a.go", POINT, POINT_CHANGED, "\nvar u = P{1, 1}\n"),
    "Rust": Case(
        "a.rs", RUST, (("id: u8", "id: u8, n: u8"), ("(1)", "(1, 2)")), "fn b() { load(2); }\n"
    ),
    "C": Case("a.c", C, (("void", "int n"),), "int b(void) { return !load(); }\n"),
    "fields of C": Case(
        "a.c", POINT_OF_C, (("x, y", "x, y, z"), ("{0, 0}", "{0, 0, 1}")), "struct pt u = {1, 1};\n"
    ),
    "Zig": Case("a.zig", ZIG, (("n: u8", "n: u8, m: u8"),), "fn b() void {\n    load(2);\n}\n"),
}
FINE = {
    "the new number": Case("a.go", GO, GO_CHANGED, "\nfunc b() { load(c, 2) }\n"),
    "of another package": Case("a.go", GO, GO_CHANGED, "\nfunc b() { db.load(2) }\n"),
    "not all were changed": Case("a.go", GO, GO_CHANGED[:1], "\nfunc b() { load(2) }\n"),
    "any number": Case(
        "a.go", GO, (("(id int)", "(id int, more ...int)"),), "\nfunc b() { load(2) }\n"
    ),
    "values of a call": Case("a.go", GO, GO_CHANGED, "\nfunc b() { load(both()) }\n"),
    "by names": Case("a.go", POINT, POINT_CHANGED, "\nvar u = P{X: 1, Y: 1}\n"),
    "one of two": Case("a.go", GO + "\nfunc load() {}\n", GO_CHANGED, "\nfunc b() { load(2) }\n"),
    "of Java, which has overloads": Case(
        "A.java",
        "class A { void f(int a) {} }\n",
        (("int a", "int a, int b"),),
        "class B extends A { void g() { f(1); } }\n",
    ),
}


@pytest.mark.parametrize("case", OUTDATED.values(), ids=OUTDATED)
def test_a_use_with_the_old_number_of_values_is_found(case: Case) -> None:
    assert len(case.found()) == 1


@pytest.mark.parametrize("case", FINE.values(), ids=FINE)
def test_other_uses_are_left_in_peace(case: Case) -> None:
    assert case.found() == []
