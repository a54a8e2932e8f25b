"""What became of the definitions of a file: also of those that were moved or renamed."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentfs.model.ids import RepoPath
from agentfs.syntax.rising import rising
from agentfs.syntax.symbols import IMPORTS, MODULE, SymbolReader, diff, parse, symbol_changes
from tests.unit.syntax.test_languages import SAMPLES

PYTHON = RepoPath(b"a.py")

Told = tuple[str, str, str]


def told(path: bytes, base: str | None, new: str | None) -> list[Told]:
    texts = [None if text is None else text.encode() for text in (base, new)]
    found = diff(RepoPath(path), texts[0], texts[1])
    return [(each.how, each.was, each.symbol) for each in found]


def python(base: str, new: str) -> list[Told]:
    return told(PYTHON, base, new)


LONG = """\
    rows = store.read(wanted, limit)
    for row in rows:
        if row.size > limit:
            raise TooLarge(row.name, row.size)
    return sorted(rows, key=name_of)
"""
"""The body of a function that has enough words to be known by them."""


def indented(text: str, by: str = "    ") -> str:
    return "".join(by + line if line.strip() else line for line in text.splitlines(True))


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            b"a.py",
            "class OLD:\n    x = 1\n\n    def m(self):\n        return OLD.x\n",
            [("renamed", "Old", "Other")],
        ),
        (
            b"a.js",
            "export class OLD {\n  constructor() { this.x = 1; }\n  m() { return this.x; }\n}\n",
            [("renamed", "Old", "Other")],
        ),
        (
            b"a.ts",
            "interface OLD { a: string }\n\nexport function f(): void {}\n",
            [("renamed", "Old", "Other")],
        ),
        (
            b"A.java",
            "class OLD {\n  OLD(int x) { a(x); }\n  OLD(String x) { b(x); }\n  void m() {}\n}\n",
            [("renamed", "Old", "Other")],
        ),
        (
            b"a.cpp",
            (
                "class OLD {\npublic:\n  OLD() { a(); }\n  ~OLD() { b(); }\n};\n\n"
                "void OLD::m() { c(); }\n"
            ),
            [("renamed", "Old", "Other")],
        ),
        (
            b"a.go",
            "package p\n\nfunc (a *OLD) m() int { return a.x }\n\ntype OLD struct {\n\tx int\n}\n",
            [("renamed", "Old", "Other")],
        ),
        (
            b"a.rs",
            "struct OLD { x: i32 }\n\nimpl OLD {\n    fn m(&self) -> i32 { self.x }\n}\n",
            [("renamed", "Old", "Other"), ("renamed", "Old#2", "Other#2")],
        ),
        (b"A.cs", "class OLD {\n  int M() { return 1; }\n}\n", [("renamed", "Old", "Other")]),
        (b"a.kt", "class OLD {\n    fun m() { x() }\n}\n", [("renamed", "Old", "Other")]),
        (b"a.scala", "object OLD {\n  def m() = 1\n}\n", [("renamed", "Old", "Other")]),
        (b"a.swift", "struct OLD {\n    func m() { x() }\n}\n", [("renamed", "Old", "Other")]),
        (b"a.rb", "class OLD\n  def valid?\n    1\n  end\nend\n", [("renamed", "Old", "Other")]),
        (b"a.php", "<?php\nclass OLD {\n  function m() {}\n}\n", [("renamed", "Old", "Other")]),
        (
            b"a.c",
            "int OLD(int n) {\n  return n ? OLD(n - 1) : 0;\n}\n",
            [("renamed", "Old", "Other")],
        ),
        (b"a.sh", "OLD() {\n  echo 1\n}\n", [("renamed", "Old", "Other")]),
        (b"a.lua", "function OLD(a)\n  return a\nend\n", [("renamed", "Old", "Other")]),
        (
            b"a.ex",
            "defmodule OLD do\n  def m(0) do\n    1\n  end\nend\n",
            [("renamed", "Old", "Other")],
        ),
        (b"a.dart", "class OLD {\n  int m() { return 1; }\n}\n", [("renamed", "Old", "Other")]),
        (b"a.css", ".OLD > p {\n  color: red;\n}\n", [("renamed", ".Old > p", ".Other > p")]),
        (
            b"a.tf",
            'resource "disk" "OLD" {\n  size = 1\n}\n',
            [("renamed", "resource.disk.Old", "resource.disk.Other")],
        ),
    ],
)
def test_a_rename_is_one_difference_and_takes_the_members_along(
    path: bytes, text: str, expected: list[Told]
) -> None:
    base, new = (text.replace("OLD", name) for name in ("Old", "Other"))
    assert told(path, base, new) == expected
    assert told(path, new, base) == [(how, now, was) for how, was, now in expected]


@pytest.mark.parametrize(
    ("path", "base", "new", "was", "symbol"),
    [
        (
            b"a.py",
            (
                "class A:\n    x = 1\n\n    # Twice.\n    @cached\n    def f(self):\n"
                "        if x:\n            g()\n\n\nclass B:\n    y = 1\n"
            ),
            (
                "class A:\n    x = 1\n\n\nclass B:\n    y = 1\n\n    class C:\n        z = 1\n\n"
                "        # Twice.\n        @cached\n        def f(self):\n"
                "            if x:\n                g()\n"
            ),
            "A.f",
            "B.C.f",
        ),
        (
            b"A.java",
            "class A {\n  int f() {\n    return 1;\n  }\n}\n\nclass B {\n}\n",
            "class A {\n}\n\nclass B {\n\tint f() {\n\n\t\treturn 1;\n\t}\n}\n",
            "A.f",
            "B.f",
        ),
        (
            b"a.go",
            (
                "package p\n\ntype A struct{ a int }\n\ntype B struct{ b int }\n\n"
                "func (x *A) f() { g() }\n"
            ),
            (
                "package p\n\ntype A struct{ a int }\n\ntype B struct{ b int }\n\n"
                "func (x *B) f() { g() }\n"
            ),
            "A.f",
            "B.f",
        ),
        (
            b"a.ts",
            "namespace A {\n  export class C { m() { f(); } }\n}\n",
            "namespace A {\n}\n\nnamespace B {\n  export class C { m() { f(); } }\n}\n",
            "A.C",
            "B.C",
        ),
    ],
)
def test_a_move_to_another_outer_symbol(
    path: bytes, base: str, new: str, was: str, symbol: str
) -> None:
    moved = [each for each in told(path, base, new) if each[0] != "added"]
    assert moved == [("moved", was, symbol)]


def test_members_follow_though_they_alone_would_not_be_known() -> None:
    """One of them is short, and was changed."""
    base = "class A:\n    def close(self):\n        return 0\n\n    def run(wanted):\n"
    base += indented(LONG)
    new = base.replace("class A", "class B").replace("return 0", "return 1")
    assert python(base, new) == [("renamed", "A", "B"), ("changed", "A.close", "B.close")]


def test_an_implementation_is_renamed_with_its_type_though_it_was_changed() -> None:
    base = "struct A { x: i32 }\n\nimpl A {\n    fn m(&self) { f(); g(); }\n}\n"
    new = base.replace("A {", "B {").replace("g();", "h();")
    assert told(b"a.rs", base, new) == [
        ("renamed", "A", "B"),
        ("renamed", "A#2", "B#2"),
        ("changed", "A.m", "B.m"),
    ]


def test_indentation_counts_where_it_has_meaning() -> None:
    base = "class A:\n    def f(self):\n" + indented(LONG) + "\n\nclass B:\n    y = 1\n"
    inner = LONG.replace("    return", "        return")
    new = "class A:\n    x = 1\n\n\nclass B:\n    y = 1\n\n    def f(self):\n" + indented(inner)
    assert ("moved and changed", "A.f", "B.f") in python(base, new)


def test_what_was_moved_or_renamed_and_changed_is_found_if_it_is_long_enough() -> None:
    edited = LONG.replace("row.size)", "row.size, limit)")
    base = "def f(wanted):\n" + LONG
    assert python(base, "def g(wanted):\n" + edited) == [("renamed and changed", "f", "g")]
    assert python(base, "class A:\n    def f(wanted):\n" + indented(edited)) == [
        ("added", "", "A"),
        ("moved and changed", "f", "A.f"),
    ]
    assert python(base, "class A:\n    def g(wanted):\n" + indented(LONG)) == [
        ("added", "", "A"),
        ("moved and renamed", "f", "A.g"),
    ]
    assert python("def f(a):\n    return a + 1\n", "def g(a):\n    return a + 2\n") == [
        ("added", "", "g"),
        ("deleted", "f", ""),
    ]


def test_what_has_little_in_common_is_another_definition() -> None:
    other = LONG.replace("rows", "lines").replace("limit", "most").replace("row", "line")
    assert python("def f(wanted):\n" + LONG, "def g(wanted):\n" + other) == [
        ("added", "", "g"),
        ("deleted", "f", ""),
    ]


@pytest.mark.parametrize(
    ("base", "new"),
    [
        # Each of two could be it, in the new text, in the old one, in both.
        (["f"], ["g", "h"]),
        (["f", "g"], ["h"]),
        (["f", "g"], ["h", "i"]),
    ],
)
@pytest.mark.parametrize("edit", ["row.size)", "row.size, limit)"], ids=["equal", "alike"])
def test_nothing_is_guessed(base: list[str], new: list[str], edit: str) -> None:
    def text(names: list[str], body: str) -> str:
        return "\n\n".join(f"def {name}(wanted):\n{body}" for name in names)

    found = python(text(base, LONG), text(new, LONG.replace("row.size)", edit)))
    assert found == [("added", "", name) for name in new] + [("deleted", name, "") for name in base]


def test_short_methods_of_unlike_classes_were_not_moved() -> None:
    base = "class A:\n    def __init__(self):\n        pass\n\n    def a(self):\n        x()\n"
    new = "class B:\n    z = 1\n\n    def __init__(self):\n        pass\n\n    y = 2\n"
    assert {how for how, _, _ in python(base, new)} == {"added", "deleted"}


OVERLOADS = ["void f(int i) { a(i); }", "void f(long l) { b(l); }", "void f(String s) { c(s); }"]


def in_java(members: list[str]) -> str:
    return "class A {\n" + "".join(f"  {member}\n" for member in members) + "}\n"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ([OVERLOADS[1], OVERLOADS[2]], [("deleted", "A.f", "")]),
        ([OVERLOADS[0], OVERLOADS[2]], [("deleted", "A.f#2", "")]),
        (["void f(char c) { d(c); }", *OVERLOADS], [("added", "", "A.f")]),
        (
            ["void f(char c) { d(c); }", *OVERLOADS[:2], OVERLOADS[2].replace("c(s)", "e(s)")],
            [("added", "", "A.f"), ("changed", "A.f#3", "A.f#4")],
        ),
        (
            ["void f(char c) { d(c); }", *OVERLOADS[:2], "void f(Text t) { other(1, 2, 3); }"],
            [("added", "", "A.f"), ("changed", "A.f#3", "A.f#4")],
        ),
        (
            [OVERLOADS[1], OVERLOADS[2].replace("c(s)", "c(s, 1)")],
            [("changed", "A.f#3", "A.f#2"), ("deleted", "A.f", "")],
        ),
        ([OVERLOADS[2], *OVERLOADS[:2]], [("moved", "A.f#3", "A.f")]),
        (
            [OVERLOADS[0], OVERLOADS[1].replace("f(", "g("), OVERLOADS[2]],
            [("renamed", "A.f#2", "A.g")],
        ),
    ],
)
def test_a_number_that_shifts_is_no_difference(new: list[str], expected: list[Told]) -> None:
    assert told(b"A.java", in_java(OVERLOADS), in_java(new)) == expected


def test_members_of_namesakes_stay_with_theirs() -> None:
    first = "class A:\n    def f(self):\n        return 1\n"
    second = "class A:\n    x = 2\n\n    def f(self):\n        return 2\n"
    assert python(first + "\n\n" + second, second) == [("deleted", "A", ""), ("deleted", "A.f", "")]
    assert python(second, first + "\n\n" + second) == [("added", "", "A"), ("added", "", "A.f")]


def test_the_shorter_of_two_that_changed_places_was_moved() -> None:
    short, long = "def f():\n    pass\n", "def g(wanted):\n" + LONG
    assert python(short + "\n\n" + long, long + "\n\n" + short) == [("moved", "f", "f")]
    assert python(long + "\n\n" + short, short + "\n\n" + long) == [("moved", "f", "f")]


def test_what_was_renamed_and_put_elsewhere_is_both() -> None:
    names = ["a", "b", "c"]
    base = "\n\n".join(f"def {name}():\n    return {name}1\n" for name in names)
    new = base.split("\n\n")
    new = [new[2].replace("def c", "def x"), *new[:2]]
    assert python(base, "\n\n".join(new)) == [("moved and renamed", "c", "x")]


def test_code_outside_of_definitions_is_there_too() -> None:
    base = "import os\n\nX = 1\n\n\ndef f():\n    pass\n"
    new = "X = 2\n\n\ndef g():\n    pass\n"
    assert python(base, new) == [
        ("changed", "<module>", "<module>"),
        ("renamed", "f", "g"),
        ("deleted", "<imports>", ""),
    ]


def test_a_text_without_grammar_is_one_symbol() -> None:
    assert told(b"a.txt", "a\n", "b\n") == [("changed", "<file>", "<file>")]
    assert told(b"a.txt", None, "b\n") == [("added", "", "<file>")]
    assert told(b"a.json", "{}", None) == [("deleted", "<file>", "")]
    assert told(b"a.txt", "a\n", "a\n") == []
    assert told(b"a.py", "x = 1\n", "\0") == [("changed", "<file>", "<file>")]


@pytest.mark.parametrize("path", SAMPLES, ids=bytes.decode)
def test_in_each_language_all_is_added_deleted_or_left_alone(path: bytes) -> None:
    text = SAMPLES[path][0]
    symbols = sorted(
        change.symbol for change in symbol_changes(RepoPath(path), None, text.encode())[0]
    )
    assert told(path, text, text) == []
    assert sorted(told(path, None, text)) == [("added", "", symbol) for symbol in symbols]
    assert sorted(told(path, text, None)) == [("deleted", symbol, "") for symbol in symbols]


@pytest.mark.parametrize("path", SAMPLES, ids=bytes.decode)
def test_in_each_language_what_is_cut_out_is_deleted_and_nothing_else(path: bytes) -> None:
    """One definition after another with all that is in it."""
    content = SAMPLES[path][0].encode()
    parsed = parse(RepoPath(path), content)
    for cut in parsed.definitions:
        rest = content[: cut.start] + content[cut.end :]
        if parse(RepoPath(path), rest).state is not parsed.state:
            continue
        found = diff(RepoPath(path), content, rest)
        inside = {each.symbol for each in parsed.definitions if cut.start <= each.start < cut.end}
        gone = {each.was for each in found if each.deleted}
        assert gone - {MODULE, IMPORTS} == inside
        assert not any(each.moved or each.renamed or each.added for each in found)


@given(st.randoms(use_true_random=False), st.integers(0, 9))
def test_the_fewest_are_moved_that_explain_the_order(shuffler: random.Random, size: int) -> None:
    functions = [f"def f{number}():\n    return {number}\n" for number in range(size)]
    order = list(range(size))
    shuffler.shuffle(order)
    found = python("\n\n".join(functions), "\n\n".join(functions[number] for number in order))
    assert {how for how, _, _ in found} <= {"moved"}
    moved = {was for _, was, _ in found}
    kept = [number for number in order if f"f{number}" not in moved]
    assert kept == sorted(kept)
    assert len(kept) == longest_rise(order)


def longest_rise(places: list[int]) -> int:
    """By trying all, of each length."""
    longest: list[int] = []
    for at, place in enumerate(places):
        longest.append(1 + max((longest[i] for i in range(at) if places[i] < place), default=0))
    return max(longest, default=0)


@given(st.lists(st.integers(0, 50), unique=True))
def test_the_longest_rise(places: list[int]) -> None:
    run = [places[index] for index in rising(places, places)]
    assert run == sorted(run)
    assert len(run) == longest_rise(places)


WORDS = ("added", "moved", "renamed", "changed")
EDITS = st.sampled_from([(), ("renamed",), ("changed",), ("renamed", "changed")])


@dataclass(frozen=True)
class Method:
    """Its body is like that of no other."""

    ident: int
    name: str
    edited: bool = False

    def lines(self) -> list[str]:
        found = [
            f"first{self.ident}{k} = second{self.ident}{k}(third{self.ident})" for k in range(5)
        ]
        return [*found, f"changed{self.ident} = 1"] if self.edited else found


@dataclass(frozen=True)
class Class:
    ident: int
    name: str
    methods: tuple[Method, ...]
    edited: bool = False

    def field(self) -> str:
        return f"field{self.ident} = {int(self.edited)}"


@dataclass
class Story:
    """A file, what it became, and what was done to it."""

    base: list[Class]
    new: list[Class] = field(default_factory=list)
    done: dict[str, Told] = field(default_factory=dict)
    """By new symbol, of what was not deleted."""
    deleted: list[Told] = field(default_factory=list)

    def tell(self, words: Collection[str], was: str, symbol: str) -> None:
        if words:
            how = " and ".join(word for word in WORDS if word in words)
            self.done[symbol] = (how, was, symbol)

    def expected(self) -> list[Told]:
        symbols = [
            symbol
            for each in self.new
            for symbol in (each.name, *(f"{each.name}.{method.name}" for method in each.methods))
        ]
        return [self.done[symbol] for symbol in symbols if symbol in self.done] + self.deleted


def in_python(classes: list[Class]) -> str:
    lines = []
    for each in classes:
        lines += [f"class {each.name}:", f"    {each.field()}"]
        for method in each.methods:
            lines += ["", f"    def {method.name}(self):"]
            lines += [f"        {line}" for line in method.lines()]
        lines += ["", ""]
    return "\n".join(lines)


def as_java(classes: list[Class]) -> str:
    lines = []
    for each in classes:
        lines += [f"class {each.name} {{", f"  int {each.field()};"]
        for method in each.methods:
            lines += ["", f"  void {method.name}() {{"]
            lines += [f"    {line};" for line in method.lines()]
            lines += ["  }"]
        lines += ["}", ""]
    return "\n".join(lines)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Classes of which some are renamed, with one method edited or renamed; between the others
    methods are moved, and any are edited, renamed, added or deleted."""
    sizes = draw(st.lists(st.integers(2, 4), min_size=2, max_size=4))
    story = Story([class_of(ident, size) for ident, size in enumerate(sizes)])
    renamed = {each.ident for each in story.base if draw(st.booleans())}
    members: dict[int, list[Method]] = {each.ident: [] for each in story.base}
    for each in story.base:
        if each.ident in renamed:
            members[each.ident] = draw_one_edited(draw, story, each)
        else:
            others = [ident for ident in members if ident not in renamed]
            for method in each.methods:
                draw_method(draw, story, (each, method), {to: members[to] for to in others})
    for each in story.base:
        anew = each.ident in renamed
        name = new_name(each) if anew else each.name
        if not anew and draw(st.booleans()):
            put(draw, members[each.ident], Method(each.ident + 100, f"added{each.ident}"))
            story.tell({"added"}, "", f"{name}.added{each.ident}")
        edited = draw(st.booleans())
        story.new.append(Class(each.ident, name, tuple(members[each.ident]), edited))
        story.tell(["renamed"] * anew + ["changed"] * edited, each.name, name)
    return story


def class_of(ident: int, size: int) -> Class:
    methods = (Method(ident * 10 + number, f"m{ident}{number}") for number in range(size))
    return Class(ident, f"C{ident}", tuple(methods))


def new_name(named: Class | Method) -> str:
    return f"N{named.ident}"


def put(draw: st.DrawFn, members: list[Method], method: Method) -> None:
    members.insert(draw(st.integers(0, len(members))), method)


def becomes(method: Method, words: Collection[str]) -> Method:
    name = new_name(method) if "renamed" in words else method.name
    return replace(method, name=name, edited="changed" in words)


def draw_one_edited(draw: st.DrawFn, story: Story, outer: Class) -> list[Method]:
    """The methods of a class that is renamed: more edits, and it would be another class."""
    found = list(outer.methods)
    at = draw(st.integers(0, len(found) - 1))
    words = draw(EDITS)
    was = f"{outer.name}.{found[at].name}"
    found[at] = becomes(found[at], words)
    story.tell(words, was, f"{new_name(outer)}.{found[at].name}")
    return found


def draw_method(
    draw: st.DrawFn, story: Story, one: tuple[Class, Method], members: dict[int, list[Method]]
) -> None:
    """Delete a method, or put it into one of the lists: its own class's, or another's."""
    outer, method = one
    was = f"{outer.name}.{method.name}"
    if draw(st.integers(0, 5)) == 0:
        story.deleted.append(("deleted", was, ""))
        return
    words = draw(EDITS)
    to = draw(st.sampled_from([outer.ident, *members]))
    if to == outer.ident:
        members[to].append(becomes(method, words))
    else:
        # What was changed and got another name and another place would not be known again.
        words = ("moved", *words[:1])
        put(draw, members[to], becomes(method, words))
    name = becomes(method, words).name
    story.tell(words, was, f"C{to}.{name}")


@settings(max_examples=150, deadline=None)
@given(stories())
def test_what_is_told_is_what_was_done(story: Story) -> None:
    expected = story.expected()
    assert python(in_python(story.base), in_python(story.new)) == expected
    assert told(b"A.java", as_java(story.base), as_java(story.new)) == expected


@settings(max_examples=100, deadline=None)
@given(stories())
def test_events_name_the_symbols_of_both_texts(story: Story) -> None:
    base, new = (in_python(classes).encode() for classes in (story.base, story.new))
    changes, _ = symbol_changes(PYTHON, base, new)
    before, after = (
        {each.symbol for each in parse(PYTHON, text).definitions} for text in (base, new)
    )
    assert {each.symbol for each in changes if each.how == "deleted"} == before - after
    assert {
        each.symbol for each in changes if each.how not in ("deleted", "changed")
    } == after - before
    for each in changes:
        assert bool(each.was) is (each.how in ("moved", "renamed"))
        assert not each.was or each.was in before - after
    own = {(each.was, each.symbol) for each in diff(PYTHON, base, new) if each.was != each.symbol}
    of_both = {(was, symbol) for was, symbol in own if was and symbol}
    assert of_both <= {(each.was, each.symbol) for each in changes}


@given(stories())
def test_a_reader_that_remembers_tells_the_same(story: Story) -> None:
    reader = SymbolReader()
    base, new = (in_python(classes).encode() for classes in (story.base, story.new))
    for _ in range(2):
        assert reader.diff(PYTHON, base, new) == diff(PYTHON, base, new)
