"""Each language: a file whose definitions are known, and how a file's language is found."""

from __future__ import annotations

import pytest

from agentfs.model.changes import ParseState
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import LANGUAGES, language_of
from agentfs.syntax.symbols import parse, symbol_changes
from tests.unit.syntax.rarer import RARER

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
            "  public int P { get; set; }\n  void Run() {}\n  int this[int i] => 1;\n"
            "  public static A operator +(A a, A b) => a;\n"
            "  public static implicit operator int(A a) => 1;\n"
            "  event E X { add {} remove {} }\n}\n"
            "interface I { void M(); }\nrecord R(int a);\nenum E { A }\n}\n"
        ),
        [
            *("N.M", "N.M.A", "N.M.A.A", "N.M.A.P", "N.M.A.Run", "N.M.A.this"),
            *("N.M.A.+", "N.M.A.int", "N.M.A.X"),
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
        1,
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
            "trait T { def m(): Int }\nextension (s: S) def ext = 1\ndef top = 1\n"
        ),
        ["A", "A.run", "A#2", "A.z", "T", "T.m", "ext", "top"],
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
        1,
    ),
    b"a.sh": ("source a\nf() {\n  g\n}\nfunction h { :; }\n", ["f", "h"], 1),
    b"a.hs": (
        (
            "module M (f) where\n\nimport A (b)\nimport qualified C as D\n\n"
            "data T = A Int | B\n\n-- | Doc\nf :: Int -> Int\nf 0 = 1\n-- rest\nf n = n\n\n"
            "a +++ b = a\n\nclass Q a where\n  q :: a -> Int\n  q _ = 1\n\n"
            "instance Q T where\n  q B = do\n    x <- y\n    z x\n\nnewtype N = N Int\n"
            "type S = T\n"
        ),
        ["T", "f", "+++", "Q", "Q.q", "Q.T", "Q.T.q", "N", "S"],
        2,
    ),
    b"a.ml": (
        (
            "open A\n\nlet f x = x\nlet rec g y = h y\nand h y = let i = 1 in i\n"
            "let () = f 1\ntype t = A | B\nand u = int\nexception E of string\n"
            "module M = struct\n  let k = 1\nend\n"
            "module type S = sig\n  val l : int\nend\n"
            "class c = object\n  method m = 1\nend\nlet ( + ) a b = a\n"
            'let%test "n" = true\nexternal o : int -> int = "o"\n'
        ),
        [
            *("f", "g", "h", "t", "u", "E", "M", "M.k", "S", "S.l", "c", "c.m", "( + )", "n"),
            "o",
        ],
        1,
    ),
    b"a.mli": (
        (
            "open A\n\n(** Doc. *)\nval f : int -> int\ntype t = { a : int }\n"
            "module M : sig\n  val x : t\nend\nexception E\nmodule type S = sig end\n"
            "class c : object\n  method m : int\nend\n"
        ),
        ["f", "t", "M", "M.x", "E", "S", "c", "c.m"],
        1,
    ),
    b"a.ex": (
        (
            "defmodule A.B do\n  use X\n  alias C.{D, E}\n\n"
            '  @doc "d"\n  @spec f(x) :: x\n'
            "  def f(0), do: 1\n  def f(x) when x > 1 do\n    g(x)\n  end\n\n"
            "  defp g(x), do: x\n  defmacro m(a), do: a\n\n"
            "  defmodule C do\n    def h, do: 1\n  end\nend\n"
            "defimpl P, for: A.B do\n  def p(_), do: 1\nend\n"
        ),
        ["A.B", "A.B.f", "A.B.g", "A.B.m", "A.B.C", "A.B.C.h", "P", "P.p"],
        2,
    ),
    b"a.dart": (
        (
            "import 'a.dart';\nexport 'b.dart';\n\n/// Doc\n@x\nclass A<T> extends B {\n"
            "  final int x;\n  A(this.x);\n  A.of(this.x) : super();\n  factory A.go() => A(1);\n"
            "  /// Doc\n  @override\n  int run() {\n    return 1;\n  }\n  int get g => 1;\n"
            "  set g(int v) {}\n  void abs();\n  bool operator ==(o) => true;\n}\n"
            "mixin M on A { void m() {} }\nextension E on A { int e() => 1; }\n"
            "enum C { a, b; void q() {} }\ntypedef F = void Function(int);\n"
            "void main() async {\n  f();\n}\nfinal k = 1;\n"
        ),
        [
            *("A", "A.A", "A.A.of", "A.A.go", "A.run", "A.g", "A.g#2", "A.abs", "A.=="),
            *("M", "M.m", "E", "E.e", "C", "C.q", "F", "main"),
        ],
        2,
    ),
    b"a.zig": (
        (
            'const std = @import("std");\n\n/// Doc\npub const S = struct {\n    a: u32,\n\n'
            "    pub fn f(self: *S) void {\n        const x = self;\n    }\n};\n"
            "const E = enum { a, b };\nconst Err = error{ A, B };\npub fn main() !void {}\n"
            'test "t" {}\ntest {}\n'
        ),
        ["S", "S.f", "E", "Err", "main", "t"],
        0,
    ),
    b"a.proto": (
        (
            'syntax = "proto3";\nimport "a.proto";\n\n// Doc\nmessage M {\n  string a = 1;\n'
            "  message N {\n    int32 b = 1;\n  }\n  enum E {\n    Z = 0;\n  }\n}\n"
            "enum T {\n  A = 0;\n}\nservice S {\n  rpc Get(M) returns (M);\n"
            "  rpc Put(stream M) returns (M) {\n  }\n}\n"
        ),
        ["M", "M.N", "M.E", "T", "S", "S.Get", "S.Put"],
        1,
    ),
    b"a.sql": (
        (
            "-- doc\nCREATE TABLE s.t (\n  id INTEGER PRIMARY KEY\n);\n"
            "CREATE INDEX i ON s.t (id);\nCREATE VIEW v AS SELECT id FROM s.t;\n"
            "CREATE FUNCTION f(a int) RETURNS int AS $$\nBEGIN\n  RETURN a;\nEND;\n"
            "$$ LANGUAGE plpgsql;\nINSERT INTO s.t (id) VALUES (1);\n"
            "CREATE TYPE m AS ENUM ('a', 'b');\n"
        ),
        ["s.t", "i", "v", "f", "m"],
        0,
    ),
    b"a.css": (
        (
            '@import "b.css";\n/* c */\na:hover, .b > c { color: red; }\n'
            "@media print and (min-width: 1px) {\n  .b { margin: 0; }\n}\n"
            "@keyframes spin { from { top: 0; } }\n@layer base {\n  p { color: red; }\n}\n"
        ),
        [
            *("a:hover, .b > c", "@media.print and (min-width: 1px)"),
            *("@media.print and (min-width: 1px)..b", "@keyframes.spin", "p"),
        ],
        0,
    ),
    b"a.scss": (
        (
            '@use "b";\n$x: 1px;\n// c\n@mixin m($a) { color: $a; }\n'
            "@function f($a) { @return $a; }\n.a {\n  &:hover { color: red; }\n}\n"
        ),
        ["m", "f", ".a", ".a.&:hover"],
        1,
    ),
    b"main.tf": (
        (
            '# c\nresource "aws_s3_bucket" "logs" {\n  versioning {\n    enabled = true\n  }\n}\n'
            'variable "x" {}\nlocals {\n  a = 1\n}\n'
        ),
        ["resource.aws_s3_bucket.logs", "variable.x", "locals"],
        0,
    ),
    b"Makefile": (
        (
            "include a.mk\nCC := gcc\nifeq ($(A),1)\n%.o: %.c\n\tcc\nendif\n"
            ".PHONY: all\nall: a b\n\t$(CC) -c a\n\ndefine d\nx\nendef\n.PHONY: b\n"
        ),
        ["%.o", ".PHONY", "all", "d", ".PHONY#2"],
        1,
    ),
    **RARER,
}


def test_every_language_has_a_sample() -> None:
    sampled = [language_of(RepoPath(path), text.encode()) for path, (text, *_) in SAMPLES.items()]
    defining = [each for each in LANGUAGES if each.definitions or each.calls]
    assert {each.grammar for each in sampled if each} == {each.grammar for each in defining}


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
        (b"a.hs", "f :: Int\nf 0 = 1\nf n = {- BODY -} n\n\ng = 1\n", "x", "f"),
        (b"a.ml", "module A = struct\n  let m x = BODY\nend\n", "x", "A.m"),
        (b"a.ex", "defmodule A do\n  @doc 1\n  def m(0) do\n    BODY\n  end\nend\n", "x", "A.m"),
        (b"a.dart", "class A {\n  int m() { BODY }\n}\n", "f();", "A.m"),
        (b"a.zig", "pub const A = struct {\n    pub fn m() void { BODY }\n};\n", "f();", "A.m"),
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
        (b"Gemfile.lock", b"", None),
    ],
)
def test_a_language_is_known_by_name_or_first_line(
    path: bytes, content: bytes, grammar: str | None
) -> None:
    found = language_of(RepoPath(path), content)
    assert (found.grammar if found else None) == grammar


@pytest.mark.parametrize(
    ("path", "language"),
    [
        (b"package.json", "json"),
        (b".eslintrc", "json"),
        (b"composer.lock", "json"),
        (b"Pipfile.lock", "json"),
        (b".github/workflows/ci.yml", "yaml"),
        (b".clang-format", "yaml"),
        (b"pyproject.toml", "toml"),
        (b"Cargo.lock", "toml"),
        (b"Pipfile", "toml"),
        (b"pom.xml", "xml"),
        (b"App.csproj", "xml"),
        (b"web.config", "xml"),
        (b"index.html", "html"),
        (b"a.css", "css"),
        (b"a.scss", "scss"),
        (b"CHANGELOG.md", "markdown"),
        (b"main.tf", "hcl"),
        (b"prod.tfvars", "hcl"),
        (b"Dockerfile", "dockerfile"),
        (b"Dockerfile.dev", "dockerfile"),
        (b"api.Dockerfile", "dockerfile"),
        (b"Containerfile", "dockerfile"),
        (b"Dockerfiles", None),
        (b"Makefile", "make"),
        (b"GNUmakefile", "make"),
        (b"rules.mk", "make"),
        (b"go.mod", "gomod"),
        (b"go.sum", "gosum"),
        (b"requirements.txt", "requirements"),
        (b"requirements-dev.txt", "requirements"),
        (b"constraints.txt", "requirements"),
        (b"notes.txt", None),
        (b"gradle.properties", "properties"),
        (b".env.example", "properties"),
        (b"tox.ini", "ini"),
        (b"setup.cfg", "ini"),
        (b".editorconfig", "ini"),
        (b".gitmodules", "ini"),
        (b".gitignore", "ignore"),
        (b".dockerignore", "ignore"),
        (b"CODEOWNERS", None),
        (b"BUILD", "starlark"),
        (b"defs.bzl", "starlark"),
        (b"Tiltfile", "starlark"),
        (b"CMakeLists.txt", "cmake"),
        (b"App.vue", "vue"),
        (b"App.svelte", "svelte"),
        (b"main.libsonnet", "jsonnet"),
        (b"renovate.json5", "json5"),
        (b"scene.ron", "ron"),
    ],
)
def test_files_of_data_are_known_by_name(path: bytes, language: str | None) -> None:
    found = language_of(RepoPath(b"x/" + path), b"")
    assert (found.name if found else None) == language


@pytest.mark.parametrize(
    ("language", "line", "key"),
    [
        ("gomod", b"go 1.22\n", b"go"),
        ("gomod", b"\tgithub.com/a/b v1.2.3 // indirect\n", b"github.com/a/b"),
        ("gomod", b"require github.com/a/b v1.2.3\n", b"require github.com/a/b"),
        ("gomod", b"replace github.com/a/b => ../b\n", b"replace github.com/a/b"),
        ("gosum", b"a.com/b v1.0.0/go.mod h1:x=\n", b"a.com/b v1.0.0/go.mod"),
        ("requirements", b"requests[socks]>=2.0\n", b"requests"),
        ("requirements", b"flask ; python_version < '3'\n", b"flask"),
        ("requirements", b"pip-tools\n", b"pip-tools"),
        ("requirements", b"a @ https://x/a.whl\n", b"a"),
        ("requirements", b"-r base.txt # why\n", b"-r base.txt"),
        ("requirements", b"git+https://x/y.git@v1\n", b"git+https://x/y.git@v1"),
        ("properties", b"a.b = 1\n", b"a.b"),
        ("properties", b"a.b:1\n", b"a.b"),
        ("properties", b"a\\ b 1\n", b"a\\ b"),
        ("properties", b"export A=1\n", b"A"),
        ("ini", b"max line = 1\n", b"max line"),
        ("ini", b"\turl = https://x\n", b"url"),
        ("ini", b"flag\n", b"flag"),
    ],
)
def test_a_line_is_told_from_others_by_its_key(language: str, line: bytes, key: bytes) -> None:
    form = next(each.lines for each in LANGUAGES if each.name == language)
    assert form is not None
    assert not form.comment.match(line)
    assert not (form.section and form.section.match(line))
    match = form.entry.match(line)
    assert match is not None
    assert match["key"] == key
