"""What code of any language uses, and nothing binds any more."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from agentfs.merge.verify.findings import FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.names.bindings import left_unbound
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of


def found(path: str, base: str, left: str, right: str, result: str) -> list[tuple[str, int]]:
    language = language_of(RepoPath(path.encode()), base.encode())
    assert language is not None
    texts = (base.encode(), left.encode(), right.encode())
    findings = list(left_unbound(Judged(texts, result.encode(), language)))
    assert all(each.kind is FindingKind.UNDEFINED for each in findings)
    return [(each.what, each.line) for each in findings]


class Case(NamedTuple):
    """One side replaces `old` by `new` all over, the other the first `there` by `uses`."""

    path: str
    base: str
    old: str
    new: str
    there: str
    uses: str
    name: str
    line: int

    def found(self) -> list[tuple[str, int]]:
        left = self.base.replace(self.old, self.new)
        right = self.base.replace(self.there, self.uses, 1)
        result = left.replace(self.there, self.uses, 1)
        assert self.base not in (left, right)
        assert result != left
        return found(self.path, self.base, left, right, result)


FUNCTION = "{head}\n  check(width);\n  check(height);\n  log();\n{end}\n"
AREAS = {
    "a.c": ('#include "b.h"\n\nvoid area(int width, int height) {', "}"),
    "a.cpp": ('#include "b.h"\n\nvoid area(int width, int height) {', "}"),
    "a.cs": ("class A {\n  void Area(int width, int height) {", "}}"),
    "a.dart": ("class A {\n  void area(int width, int height) {", "}}"),
    "a.ex": ("defmodule A do\n  def area(width, height) do", "end\nend"),
    "a.go": ("package a\n\nfunc area(width, height int) {", "}"),
    "a.java": ("class A {\n  void area(int width, int height) {", "}}"),
    "a.js": ("export function area(width, height) {", "}"),
    "a.kt": ("fun area(width: Int, height: Int) {", "}"),
    "a.lua": ("local function area(width, height)", "end"),
    "a.php": ("<?php\nfunction area($width, $height) {", "}"),
    "a.rb": ("def area(width, height)", "end"),
    "a.rs": ("fn area(width: u8, height: u8) {", "}"),
    "a.scala": ("object A {\n  def area(width: Int, height: Int) = {", "}}"),
    "a.swift": ("func area(width: Int, height: Int) {", "}"),
    "a.ts": ("export const area = (width: number, height: number) => {", "}"),
    "a.zig": ("fn area(width: u8, height: u8) void {", "}"),
}


@pytest.mark.parametrize("path", AREAS)
def test_a_parameter_of_another_name(path: str) -> None:
    head, end = AREAS[path]
    base = FUNCTION.format(head=head, end=end)
    name = "$width" if path.endswith("php") else "width"
    base = base.replace(";\n", "\n") if path.endswith("ex") else base
    base = base.replace("(width)", f"({name})")
    case = Case(path, base, name, name.replace("width", "w"), "log()", f"log({name})", name, 0)
    assert [what for what, _ in case.found()] == [name]
    beside = case._replace(uses=f"log({name.replace('width', 'height')})")
    assert beside.found() == []


METHODS = "class A {\n  load() {}\n\n  two() {\n    return 2;\n  }\n}\n"
TAKEN = {
    "function": Case(
        "a.js",
        "function load(x) {\n  return x;\n}\n\nfunction two() {\n  return 2;\n}\n",
        *("load", "read", "return 2", "return load(2)", "load", 6),
    ),
    "method": Case(
        "a.ts",
        METHODS,
        *("load", "read", "return 2", "return this.load()", "load", 5),
    ),
    "method of a type": Case(
        "a.rs",
        "impl A {\n    fn load(&self) {}\n\n    fn two(&self) {\n        2;\n    }\n}\n",
        *("load", "read", "2;", "self.load();", "load", 5),
    ),
    "field": Case(
        "A.java",
        "class A {\n    int size;\n\n    void two() {\n        log();\n    }\n}\n",
        *("size", "count", "log();", "log(size);", "size", 5),
    ),
    "import": Case(
        "A.java",
        "import java.util.List;\n\nclass A {\n    void two() {\n        log();\n    }\n}\n",
        *("import java.util.List;\n", "", "log();", "log(List.of());", "List", 4),
    ),
    "package": Case(
        "a.go",
        'package a\n\nimport (\n\t"b/fmt/v2"\n)\n\nfunc two() {\n\tlog()\n}\n',
        *('\t"b/fmt/v2"\n', "", "log()", "fmt.Log()", "fmt", 7),
    ),
    "alias": Case(
        "a.ts",
        'import * as m from "./m";\n\nexport function two() {\n  return 2;\n}\n',
        *('import * as m from "./m";\n', "", "return 2", "return m.two()", "m", 3),
    ),
    "method of a class": Case(
        "a.dart",
        "class A {\n  void _load() {}\n\n  void two() {\n    log();\n  }\n}\n",
        *("_load", "_read", "log();", "_load();", "_load", 5),
    ),
    "field of a class": Case(
        "a.dart",
        "class A {\n  final List<int> _all = [];\n\n  void two() {\n    log();\n  }\n}\n",
        *("_all", "_items", "log();", "log(_all);", "_all", 5),
    ),
    "variable": Case(
        "a.dart",
        "int two() {\n  final all = load();\n  log();\n  return all.length;\n}\n",
        *("all", "items", "log();", "log(all);", "all", 3),
    ),
    "private function": Case(
        "a.ex",
        "defmodule A do\n  defp load(x), do: x\n\n  def two do\n    2\n  end\nend\n",
        *("load(x)", "read(x)", "    2\n", "    load(2)\n", "load", 5),
    ),
    "matched variable": Case(
        "a.ex",
        "defmodule A do\n  def two(x) do\n    {:ok, row} = x\n    log()\n    row\n  end\nend\n",
        *("row", "found", "log()", "log(row)", "row", 4),
    ),
    "alias of a module": Case(
        "a.ex",
        "defmodule A do\n  alias App.{Log, User}\n\n  def two(x) do\n    log()\n  end\nend\n",
        *("{Log, User}", "{Log}", "log()", "User.find(x)", "User", 5),
    ),
    "macro": Case(
        "a.rs",
        "macro_rules! ready {\n    () => {};\n}\n\nfn two() {\n    log();\n}\n",
        *("macro_rules! ready {\n    () => {};\n}\n\n", "", "log();", "ready!();", "ready", 2),
    ),
}


@pytest.mark.parametrize("what", TAKEN)
def test_what_one_side_took_away(what: str) -> None:
    case = TAKEN[what]
    assert case.found() == [(case.name, case.line)]


UNTOUCHED = {
    "of another thing": Case(
        "a.ts",
        METHODS,
        *("load", "read", "return 2", "return this.other.load()", "", 0),
    ),
    "label": Case(
        "a.ts",
        METHODS,
        *("load", "read", "return 2", "return { load: 1 }", "", 0),
    ),
    "comment": Case(
        "a.ts",
        METHODS,
        *("load", "read", "return 2", "return 2; // load()", "", 0),
    ),
    "bound where it is used": Case(
        "a.ts",
        "function load() {}\n\nfunction two() {\n  return 2;\n}\n",
        *("load", "read", "return 2", "const load = 3;\n  return load", "", 0),
    ),
    "of a file that is imported as a whole": Case(
        "A.java",
        "import java.util.List;\n\nclass A {\n    void two() {\n        log();\n    }\n}\n",
        *("java.util.List", "java.util.*", "log();", "log(List.of());", "", 0),
    ),
    "left unbound by its author": Case(
        "a.ts",
        "function a(load) {}\n\nfunction two() {\n  return 2;\n}\n",
        *("load", "read", "return 2", "return load(2)", "", 0),
    ),
    "of a text with errors": Case(
        "a.ts",
        "function load() {}\n\nfunction two() {\n  return 2;\n",
        *("load", "read", "return 2", "return load(2)", "", 0),
    ),
    "caught": Case(
        "a.dart",
        "void two(e) {\n  try {\n    log();\n  } catch (e) {\n    log(e);\n  }\n}\n",
        *("two(e)", "two(f)", "log(e);", "warn(e, e);", "", 0),
    ),
    "matched by a clause": Case(
        "a.ex",
        "defmodule A do\n  def two(row) do\n    case f() do\n      1 -> 2\n    end\n  end\nend\n",
        *("two(row)", "two(x)", "1 -> 2", "%{a: row} -> row", "", 0),
    ),
    "with a default": Case(
        "a.ex",
        "defmodule A do\n  def one(max), do: max\n\n  def two(x) do\n    x\n  end\nend\n",
        *(
            "one(max), do: max",
            "one(min), do: min",
            "two(x) do",
            "two(x, max \\\\ 1) when max > 0 do",
            "",
            0,
        ),
    ),
    "member that is inherited": Case(
        "a.js",
        "class A extends B {\n  a() {\n    this.size = 1;\n  }\n\n  two() {\n    log();\n  }\n}\n",
        *("    this.size = 1;\n", "", "log()", "log(this.size)", "", 0),
    ),
}


@pytest.mark.parametrize("what", UNTOUCHED)
def test_what_need_not_be_there(what: str) -> None:
    assert UNTOUCHED[what].found() == []
