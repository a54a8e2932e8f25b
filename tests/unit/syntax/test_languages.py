"""Each language: a file whose definitions are known, and how a file's language is found."""

from __future__ import annotations

import pytest

from agentfs.model.changes import ParseState
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import LANGUAGES, language_of
from agentfs.syntax.symbols import parse, symbol_changes

SAMPLES: dict[bytes, tuple[str, list[str], int]] = {
    b"a.py": (
        (
            "import a\nfrom b import c\n\n@d\nclass A:\n    @e\n    async def f(self): pass\n"
            "    class B:\n        def g(self): pass\n"
            "try:\n    import h\nexcept E:\n    def i(): pass\n"
        ),
        ["A", "A.f", "A.B", "A.B.g", "i"],
        3,
    ),
    b"a.js": (
        (
            'import a from "b";\nexport default class A extends B {\n  static x = 1;\n'
            "  run = () => 1;\n  get y() { return 2; }\n}\nexport const f = (a) => a;\n"
            "const g = 1, h = function () {};\n"
            "/** doc */\nfunction* i() {}\nexports.j = () => {};\nA.prototype.k = function () {};\n"
        ),
        ["A", "A.run", "A.y", "f", "h", "i", "exports.j", "A.prototype.k"],
        1,
    ),
    b"b.jsx": ("export default () => <p>{1}</p>;\nfunction A() {}\n", ["default", "A"], 0),
    b"a.ts": (
        (
            'import a from "b";\nexport abstract class A<T> {\n  @d()\n  run(): void {}\n'
            "  abstract x(): void;\n  p = () => 1;\n}\ninterface I { m(): void }\n"
            "type T = string;\nenum E { A }\nnamespace N.M {\n  export const f = () => 1;\n}\n"
            "declare function z(): void;\n"
        ),
        ["A", "A.run", "A.x", "A.p", "I", "T", "E", "N.M", "N.M.f", "z"],
        1,
    ),
    b"b.tsx": ("export const A = () => <p/>;\nclass B {\n  m() {}\n}\n", ["A", "B", "B.m"], 0),
    b"A.java": (
        (
            "package p;\nimport x.Y;\n@Ann\npublic class A<T> {\n  int x;\n  A() {}\n"
            "  @Override public void run() {}\n  enum E { A; void z() {} }\n}\n"
            "interface I { void m(); }\nrecord R(int a) { R {} }\n"
        ),
        ["A", "A.A", "A.run", "A.E", "A.E.z", "I", "I.m", "R", "R.R"],
        1,
    ),
    b"a.go": (
        (
            'package p\n\nimport "a"\n\n// doc\nfunc F() {}\nfunc (s *A[T]) Run() {}\n'
            "func (A) Go() {}\n"
            "type A struct{ x int }\ntype (\n\tB struct{}\n\tC = int\n)\n"
        ),
        ["F", "A.Run", "A.Go", "A", "B", "C"],
        1,
    ),
    b"a.rs": (
        (
            "use a::b;\n#[derive(Debug)]\npub struct A<T> { a: T }\n"
            "impl<T> A<T> { pub fn run() {} }\nimpl T for m::A<u8> { fn go() {} }\n"
            "mod m { fn f() {} }\ntrait T { fn go(); fn d() {} }\n"
            "macro_rules! mm { () => {} }\ntype Z = i32;\n"
        ),
        ["A", "A#2", "A.run", "A#3", "A.go", "m", "m.f", "T", "T.go", "T.d", "mm", "Z"],
        1,
    ),
    b"a.c": (
        (
            "#include <a.h>\n#define X(a) 1\nstruct S { int a; };\ntypedef struct { int b; } T;\n"
            "typedef int (*fp)(int);\nstatic int *f(int a) { return 0; }\nint g(void);\n"
            "#ifdef Q\nstruct S *h(void) { return 0; }\n#endif\n"
        ),
        ["X", "S", "T", "fp", "f", "h"],
        1,
    ),
    b"a.cpp": (
        (
            "#include <a>\nnamespace a::b {\nclass A : B {\npublic:\n  int run() { return 1; }\n"
            "  ~A() {}\n  A operator+(int) {}\n  template <class T> T t() {}\n};\n}\n"
            "template <typename T> T& mk() {}\nvoid A::bar() {}\nnamespace {\n"
            "int f() { return 1; }\n}\n"
            'extern "C" { void g() {} }\nusing X = int;\n'
        ),
        [
            "a.b",
            "a.b.A",
            "a.b.A.run",
            "a.b.A.~A",
            "a.b.A.operator+",
            "a.b.A.t",
            "mk",
            "A.bar",
            "f",
            "g",
            "X",
        ],
        1,
    ),
    b"A.cs": (
        (
            "using System;\nnamespace N.M {\n[Attr]\npublic class A<T> {\n  public A() {}\n"
            "  public int P { get; set; }\n  void Run() {}\n  int this[int i] => 1;\n}\n"
            "interface I { void M(); }\nrecord R(int a);\nenum E { A }\n}\n"
        ),
        [
            *("N.M", "N.M.A", "N.M.A.A", "N.M.A.P", "N.M.A.Run", "N.M.A.this"),
            *("N.M.I", "N.M.I.M", "N.M.R", "N.M.E"),
        ],
        1,
    ),
    b"a.rb": (
        (
            'require "a"\nmodule M\n  class A < B\n    def run; end\n    def self.go; end\n'
            "    private def p; end\n    class << self\n      def z; end\n    end\n  end\nend\n"
            "class A::B; end\n"
        ),
        ["M", "M.A", "M.A.run", "M.A.go", "M.A.p", "M.A.z", "A.B"],
        0,
    ),
    b"a.php": (
        (
            "<?php\nnamespace N;\nuse X\\Y;\n#[Attr]\n"
            "abstract class A { public function run() {} }\n"
            "interface I { function m(); }\ntrait T { function z() {} }\n"
            "enum E { case A; function q() {} }\nfunction f() {}\n"
        ),
        ["A", "A.run", "I", "I.m", "T", "T.z", "E", "E.q", "f"],
        1,
    ),
    b"a.kt": (
        (
            "package p\nimport b.c\n\n@Ann\nclass A<T>(val x: Int) {\n    fun run() {}\n\n"
            "    companion object {\n        fun z() {}\n    }\n}\n\n"
            "object O {\n    fun q() {}\n}\n\nfun String.ext() {}\n\ntypealias T = Int\n"
        ),
        ["A", "A.run", "A.Companion", "A.Companion.z", "O", "O.q", "String.ext", "T"],
        1,
    ),
    b"a.scala": (
        (
            "package a\nimport b.c\nclass A(x: Int) {\n  def run = 1\n}\nobject A {\n"
            "  def z() = { 1 }\n}\n"
            "trait T { def m(): Int }\ndef top = 1\n"
        ),
        ["A", "A.run", "A#2", "A.z", "T", "T.m", "top"],
        1,
    ),
    b"a.swift": (
        (
            "import F\n\nclass A {\n    init() {}\n    func run() {}\n}\n\nextension A {\n"
            "    func ext() {}\n}\n\nprotocol P {\n    func m()\n}\n\nenum E {\n    case a\n"
            "    func q() {}\n}\n\nfunc top() {}\n"
        ),
        ["A", "A.init", "A.run", "A#2", "A.ext", "P", "P.m", "E", "E.q", "top"],
        1,
    ),
    b"a.lua": (
        (
            'local a = require("b")\nlocal function f() end\nfunction M.g() end\n'
            "function M:h() end\nM.k = function() end\nlocal z = function() end\n"
        ),
        ["f", "M.g", "M.h", "M.k", "z"],
        0,
    ),
    b"a.sh": ("source a\nf() {\n  g\n}\nfunction h { :; }\n", ["f", "h"], 0),
}


def test_every_language_has_a_sample() -> None:
    sampled = [language_of(RepoPath(path), b"") for path in SAMPLES]
    assert {each.grammar for each in sampled if each} == {each.grammar for each in LANGUAGES}


@pytest.mark.parametrize("path", SAMPLES, ids=bytes.decode)
def test_definitions_are_found(path: bytes) -> None:
    text, symbols, imports = SAMPLES[path]
    parsed = parse(RepoPath(path), text.encode())
    assert parsed.state is ParseState.CLEAN
    assert [each.symbol for each in parsed.definitions] == symbols
    assert len(parsed.imports) == imports


@pytest.mark.parametrize("path", SAMPLES, ids=bytes.decode)
def test_spans_nest_and_stay_in_the_text(path: bytes) -> None:
    text = SAMPLES[path][0].encode()
    ends: list[int] = []
    for each in parse(RepoPath(path), text).definitions:
        while ends and ends[-1] <= each.start:
            ends.pop()
        assert each.start < each.end <= (ends[-1] if ends else len(text))
        assert each.start_line == text.count(b"\n", 0, each.start) + 1
        assert each.end_line == text.count(b"\n", 0, each.end - 1) + 1
        ends.append(each.end)


@pytest.mark.parametrize(
    ("path", "member", "body", "expected"),
    [
        (b"a.js", "class A {\n  m() { BODY }\n}\n", "return 1", "A.m"),
        (b"a.ts", "export class A {\n  @d()\n  m() { BODY }\n}\n", "return 1", "A.m"),
        (b"A.java", "class A {\n  void m() { BODY }\n}\n", "x();", "A.m"),
        (b"a.go", "package p\n\n// doc\nfunc (a *A) m() { BODY }\n", "x()", "A.m"),
        (b"a.rs", "impl A {\n  /// doc\n  #[x]\n  fn m() { BODY }\n}\n", "x();", "A.m"),
        (b"a.cpp", "struct A {\n  int m() { BODY }\n};\n", "return 1;", "A.m"),
        (b"A.cs", "class A {\n  int M() { BODY }\n}\n", "return 1;", "A.M"),
        (b"a.rb", "class A\n  def m\n    BODY\n  end\nend\n", "x", "A.m"),
        (b"a.php", "<?php\nclass A {\n  function m() { BODY }\n}\n", "x();", "A.m"),
        (b"a.kt", "class A {\n    fun m() { BODY }\n}\n", "x()", "A.m"),
        (b"a.scala", "class A {\n  def m() = { BODY }\n}\n", "1", "A.m"),
        (b"a.swift", "class A {\n    func m() { BODY }\n}\n", "x()", "A.m"),
    ],
)
def test_editing_a_member_reports_just_the_member(
    path: bytes, member: str, body: str, expected: str
) -> None:
    base, new = (member.replace("BODY", text).encode() for text in (body, body + "\n" + body))
    changes, _ = symbol_changes(RepoPath(path), base, new)
    assert [(change.symbol, change.how) for change in changes] == [(expected, "changed")]


@pytest.mark.parametrize(
    ("path", "added"),
    [
        (b"a.c", b"\nstruct T { int b; };\n"),
        (b"a.js", b"\n/** doc */\nexport const x = () => {};\n"),
        (b"a.rs", b"\n/// doc\n#[derive(Debug)]\nstruct X;\n"),
        (b"a.go", b"\n// doc\ntype X struct{}\n"),
    ],
)
def test_adding_a_definition_leaves_nothing_over(path: bytes, added: bytes) -> None:
    base = SAMPLES[path][0].encode()
    changes, _ = symbol_changes(RepoPath(path), base, base + added)
    assert [change.how for change in changes] == ["added"]
    assert not changes[0].symbol.startswith("<")


@pytest.mark.parametrize(
    ("path", "content", "grammar"),
    [
        (b"x/a.pyi", b"", "python"),
        (b"run", b"#!/usr/bin/env python3.11\n", "python"),
        (b"run", b"#!/bin/sh -e\necho\n", "bash"),
        (b"run", b"#!/usr/bin/env -S node --harmony\n", "javascript"),
        (b"run", b"echo\n", None),
        (b"a.h", b"int f(void);\n", "c"),
        (b"a.h", b"namespace a {\n}\n", "cpp"),
        (b"Rakefile", b"", "ruby"),
        (b".bashrc", b"", "bash"),
        (b".py", b"", None),
        (b"a.d.ts", b"", "typescript"),
        (b"a.\xff", b"", None),
    ],
)
def test_a_language_is_known_by_name_or_first_line(
    path: bytes, content: bytes, grammar: str | None
) -> None:
    found = language_of(RepoPath(path), content)
    assert (found.grammar if found else None) == grammar
