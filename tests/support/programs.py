"""Small programs as values, what people do to them, and their texts in several languages.

A program is made so that edits of two sides often meet: there are few definitions, and new names
and statements come from small pools.  Names are unique where a language wants them to be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from hypothesis import strategies as st

from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of
from agentfs.syntax.profile import Profile

NEW_NAMES: Final = ("alpha", "beta", "gamma", "delta")
MODULES: Final = ("apple", "birch", "cedar", "dogwood", "elm", "fig")
TARGETS: Final = ("one", "two", "three", "four", "five", "six", "seven")
VALUES: Final = ("red", "green", "blue", "black")


@dataclass(frozen=True)
class Statement:
    """`target` gets `value`; with something inside it is a condition instead."""

    target: str
    value: str
    inside: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Function:
    name: str
    body: tuple[Statement, ...]
    """Not empty; each has a target of its own."""
    comment: str = ""


@dataclass(frozen=True)
class Class:
    name: str
    members: tuple[Function, ...]
    """Not empty."""


Definition = Function | Class


@dataclass(frozen=True)
class Style:
    gap: int = 1
    """Empty lines between definitions."""
    indent: int = 4


@dataclass(frozen=True)
class Program:
    imports: tuple[str, ...]
    definitions: tuple[Definition, ...]
    style: Style = field(default_factory=Style)


# Programs.


def statements(depth: int = 1) -> st.SearchStrategy[tuple[Statement, ...]]:
    inside = st.just(()) if depth == 0 else st.one_of(st.just(()), st.just(()), statements(0))
    one = st.builds(Statement, st.sampled_from(TARGETS), st.sampled_from(VALUES), inside)
    return st.lists(one, min_size=1, max_size=4, unique_by=lambda each: each.target).map(tuple)


def functions(name: str) -> st.SearchStrategy[Function]:
    comments = st.sampled_from(("", "", f"Of {name}."))
    return st.builds(Function, st.just(name), statements(), comments)


def definitions(name: str) -> st.SearchStrategy[Definition]:
    members = st.integers(1, 3).flatmap(
        lambda count: st.tuples(*(functions(f"{name}_part{number}") for number in range(count)))
    )
    function = functions(name)
    return st.one_of(function, function, st.builds(Class, st.just(name.title()), members))


def programs(most: int = 5) -> st.SearchStrategy[Program]:
    names = st.integers(1, most).map(lambda count: [f"step{number}" for number in range(count)])
    return st.builds(
        Program,
        st.lists(st.sampled_from(MODULES), max_size=4, unique=True).map(
            lambda all_: (*sorted(all_),)
        ),
        names.flatmap(lambda chosen: st.tuples(*map(definitions, chosen))),
        st.builds(Style, st.integers(0, 2), st.just(4)),
    )


# Edits.

Items = tuple[Any, ...]


def _put(items: Items, at: int, item: object) -> Items:
    return (*items[:at], item, *items[at:])


def _at(items: Items, at: int, item: object) -> Items:
    return (*items[:at], item, *items[at + 1 :])


def _without(items: Items, at: int) -> Items:
    return items[:at] + items[at + 1 :]


@st.composite
def edited_body(draw: st.DrawFn, body: tuple[Statement, ...]) -> tuple[Statement, ...]:
    at = draw(st.integers(0, len(body) - 1))
    one = body[at]
    match draw(st.sampled_from(("change", "change", "add", "add", "remove", "move", "wrap"))):
        case "change":
            changed = replace(one, value=draw(st.sampled_from((*VALUES, "white", "grey"))))
            return _at(body, at, changed)
        case "add":
            free = [each for each in TARGETS if each not in {item.target for item in body}]
            target = draw(st.sampled_from(free or ["eight"]))
            new = Statement(target, draw(st.sampled_from(VALUES)))
            return _put(body, at + draw(st.integers(0, 1)), new)
        case "remove" if len(body) > 1:
            return _without(body, at)
        case "move":
            return _put(_without(body, at), draw(st.integers(0, len(body) - 1)), one)
        case "wrap" if not one.inside:
            return _at(body, at, Statement(f"when_{one.target}", "ready", (one,)))
    return body


@st.composite
def edited_function(draw: st.DrawFn, function: Function) -> Function:
    if draw(st.integers(0, 7)) == 0:
        return replace(function, comment=draw(st.sampled_from(("", "Better.", "Else."))))
    return replace(function, body=draw(edited_body(function.body)))


@st.composite
def edited_list(draw: st.DrawFn, items: tuple[Definition, ...]) -> tuple[Definition, ...]:
    """Of definitions, or of a class's members: one of them, or which there are."""
    at = draw(st.integers(0, len(items) - 1))
    kinds = ("change", "change", "change", "add", "add", "remove", "rename", "move")
    match draw(st.sampled_from(kinds)):
        case "change":
            return _at(items, at, draw(edited_definition(items[at])))
        case "add":
            used = {item.name for item in items}
            free = [name for name in NEW_NAMES if name not in used]
            if free:
                new = draw(st.sampled_from(free).flatmap(functions))
                return _put(items, draw(st.integers(0, len(items))), new)
        case "remove" if len(items) > 1:
            return _without(items, at)
        case "rename":
            name = f"{items[at].name}_{draw(st.sampled_from(('new', 'other')))}"
            if name not in {item.name for item in items}:
                return _at(items, at, replace(items[at], name=name))
        case "move":
            return _put(_without(items, at), draw(st.integers(0, len(items) - 1)), items[at])
    return items


@st.composite
def edited_definition(draw: st.DrawFn, definition: Definition) -> Definition:
    if isinstance(definition, Function):
        return draw(edited_function(definition))
    return replace(definition, members=draw(edited_list(definition.members)))


@st.composite
def edited(draw: st.DrawFn, program: Program, most: int = 3) -> Program:
    """What one side makes of a program: a few edits of any kind."""
    for _ in range(draw(st.integers(1, most))):
        match draw(st.sampled_from(("code",) * 6 + ("imports", "imports", "style"))):
            case "imports":
                module = draw(st.sampled_from(MODULES))
                had = set(program.imports)
                now = had - {module} if module in had else had | {module}
                program = replace(program, imports=tuple(sorted(now)))
            case "style":
                style = draw(st.builds(Style, st.integers(0, 2), st.sampled_from((2, 4))))
                program = replace(program, style=style)
            case _:
                changed = draw(edited_list(program.definitions))
                program = replace(program, definitions=changed)
    return program


@st.composite
def three_programs(draw: st.DrawFn) -> tuple[Program, Program, Program]:
    base = draw(programs())
    return base, draw(edited(base)), draw(edited(base))


# Texts.

Lines = list[str]


@dataclass(frozen=True)
class Braces:
    """How a language with braces writes things; `{}` is a name or value."""

    head: Lines
    import_: str
    function: str
    method: str
    class_: Lines
    """What begins a class, its last line the one with the brace."""
    assign: str
    condition: str
    methods_inside: bool = True


_BRACES: Final[Mapping[str, Braces]] = {
    "typescript": Braces(
        [], 'import {0} from "{0}";', "function {}() {{", "{}() {{", ["class {} {{"],
        '{} = load("{}");', 'if (check("{}")) {{',
    ),
    "java": Braces(
        ["package some;"], "import some.{};", "static void {}() {{", "void {}() {{",
        ["static class {} {{"], '{} = load("{}");', 'if (check("{}")) {{',
    ),
    "go": Braces(
        ["package some", ""], 'import "{}"', "func {}() {{", "func (self {owner}) {}() {{",
        ["type {} struct {{"], '{} = load("{}")', 'if check("{}") {{', methods_inside=False,
    ),
    "rust": Braces(
        [], "use {};", "fn {}() {{", "fn {}(&self) {{", ["struct {};", "", "impl {} {{"],
        '{} = load("{}");', 'if check("{}") {{',
    ),
}  # fmt: skip

SUFFIXES: Final[Mapping[str, str]] = {
    "python": "py",
    "typescript": "ts",
    "java": "java",
    "go": "go",
    "rust": "rs",
    "json": "json",
}
LANGUAGES: Final = tuple(SUFFIXES)


def profile_of(language: str) -> Profile:
    profile = language_of(RepoPath(f"a.{SUFFIXES[language]}".encode()), b"")
    assert profile is not None
    return profile


def text_of(program: Program, language: str) -> bytes:
    if language == "json":
        return (json.dumps(_json(program), indent=program.style.indent) + "\n").encode()
    lines = [*_head(program, language)]
    for number, definition in enumerate(program.definitions):
        lines += [""] * (program.style.gap if number or lines else 0)
        lines += definition_lines(definition, language, program.style)
    if language == "java":
        lines.append("}")
    return ("\n".join(lines) + "\n").encode()


def definition_lines(definition: Definition, language: str, style: Style) -> Lines:
    """As they stand in the program's text; not for JSON."""
    write = _python if language == "python" else _braced
    lines = write(definition, language, style)
    return _indented(lines, style) if language == "java" else lines


def _head(program: Program, language: str) -> Lines:
    if language == "python":
        return [f"import {name}" for name in program.imports]
    how = _BRACES[language]
    lines = [*how.head, *(how.import_.format(name) for name in program.imports)]
    return [*lines, "", "class Main {"] if language == "java" else lines


def _indented(lines: Sequence[str], style: Style) -> Lines:
    return [" " * style.indent + line if line else line for line in lines]


def _python(definition: Definition, language: str, style: Style) -> Lines:
    if isinstance(definition, Class):
        inner = _separated([_python(each, language, style) for each in definition.members], style)
        return [f"class {definition.name}:", *_indented(inner, style)]
    comment = [f"# {definition.comment}"] if definition.comment else []

    def write(body: Sequence[Statement]) -> Lines:
        lines: Lines = []
        for each in body:
            if each.inside:
                lines += [f'if check("{each.value}", {each.target}):']
                lines += _indented(write(each.inside), style)
            else:
                lines.append(f'{each.target} = load("{each.value}")')
        return lines

    body = _indented(write(definition.body), style)
    return [*comment, f"def {definition.name}():", *body]


def _braced(definition: Definition, language: str, style: Style) -> Lines:
    how = _BRACES[language]
    if isinstance(definition, Function):
        return _braced_function(definition, how.function.format(definition.name), how, style)
    begin = [line.format(definition.name) for line in how.class_]
    methods = [
        _braced_function(each, how.method.format(each.name, owner=definition.name), how, style)
        for each in definition.members
    ]
    inner = _separated(methods, style)
    if how.methods_inside:
        return [*begin, *_indented(inner, style), "}"]
    return [*begin, *_indented(["size int"], style), "}", *[""] * style.gap, *inner]


def _braced_function(function: Function, head: str, how: Braces, style: Style) -> Lines:
    def write(body: Sequence[Statement]) -> Lines:
        lines: Lines = []
        for each in body:
            if each.inside:
                inside = _indented(write(each.inside), style)
                lines += [how.condition.format(each.value + each.target), *inside, "}"]
            else:
                lines.append(how.assign.format(each.target, each.value))
        return lines

    comment = [f"// {function.comment}"] if function.comment else []
    return [*comment, head, *_indented(write(function.body), style), "}"]


def _separated(parts: Sequence[Lines], style: Style) -> Lines:
    lines: Lines = []
    for number, part in enumerate(parts):
        lines += [""] * min(1, style.gap) if number else []
        lines += part
    return lines


def _json(program: Program) -> dict[str, Any]:
    write: Callable[[Definition], Any] = _json_definition
    entries = {each.name: write(each) for each in program.definitions}
    return {"imports": list(program.imports), **entries}


def _json_definition(definition: Definition) -> dict[str, Any]:
    if isinstance(definition, Class):
        return {each.name: _json_definition(each) for each in definition.members}
    comment = {"comment": definition.comment} if definition.comment else {}
    return {**comment, **_json_body(definition.body)}


def _json_body(body: Sequence[Statement]) -> dict[str, Any]:
    return {each.target: _json_body(each.inside) if each.inside else each.value for each in body}
