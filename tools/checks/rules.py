"""The rules, each a function from a parsed file to the problems in it.

Not here: what ruff, mypy or import-linter can check.  Invariant: a rule looks at one file
and at nothing else, so that a problem can be mended where it is reported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

MODULE_LINES: Final = 600
FUNCTION_LINES: Final = 80
VAGUE_NAMES: Final = frozenset({"helpers.py", "utils.py", "common.py"})
TREES: Final = ("agentfs", "tools", "tests")
TEXTS: Final = "tests/golden"
"""What stands there is compared byte by byte, whatever language it is in, and is no code."""

EDGES: Final = frozenset(
    {
        "agentfs/fuse/errnos.py",
        "agentfs/daemon/server.py",
        "agentfs/daemon/workers.py",
        "agentfs/cli/main.py",
    }
)
"""Where an exception of any kind ends: FUSE handler, RPC request, worker, main.  Everywhere
else it would hide a fault from the edge, which knows what to do with one."""


@dataclass(frozen=True)
class Source:
    """One Python file; `path` is relative to the checkout."""

    path: PurePosixPath
    text: str
    tree: ast.Module


@dataclass(frozen=True)
class Problem:
    path: PurePosixPath
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def problems_in(root: Path) -> list[Problem]:
    """All problems of the checkout at `root`, by path and line.  Raises SyntaxError."""
    problems = list(undocumented_packages(root))
    for tree in TREES:
        for file in sorted((root / tree).rglob("*.py")):
            if file.is_relative_to(root / TEXTS):
                continue
            text = file.read_text(encoding="utf-8")
            path = PurePosixPath(file.relative_to(root).as_posix())
            problems += problems_of(Source(path, text, ast.parse(text, str(path))))
    return sorted(problems, key=lambda problem: (problem.path, problem.line))


def problems_of(source: Source) -> Iterator[Problem]:
    yield from vague_name(source)
    yield from long_module(source)
    yield from long_functions(source)
    if source.path.parts[0] == "tests":
        yield from sleeps(source)
    else:
        yield from broad_excepts(source)


def vague_name(source: Source) -> Iterator[Problem]:
    if source.path.name in VAGUE_NAMES:
        yield Problem(source.path, 1, "name the module for what is in it")


def long_module(source: Source) -> Iterator[Problem]:
    lines = len(source.text.splitlines())
    if lines > MODULE_LINES:
        yield Problem(source.path, 1, f"module of {lines} lines, at most {MODULE_LINES}")


def long_functions(source: Source) -> Iterator[Problem]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                what = f"function {node.name} of {lines} lines, at most {FUNCTION_LINES}"
                yield Problem(source.path, node.lineno, what)


def broad_excepts(source: Source) -> Iterator[Problem]:
    if str(source.path) in EDGES:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler) and _is_broad(node):
            yield Problem(source.path, node.lineno, "catches everything, and is no edge")


def sleeps(source: Source) -> Iterator[Problem]:
    what = "a test waits for what it needs, it does not sleep"
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="time"), attr="sleep")):
                yield Problem(source.path, node.lineno, what)
            case ast.ImportFrom(module="time") if any(name.name == "sleep" for name in node.names):
                yield Problem(source.path, node.lineno, what)


def undocumented_packages(root: Path) -> Iterator[Problem]:
    """Each folder of code under agentfs/ and tools/ says in its `__init__.py` what it is."""
    for tree in ("agentfs", "tools"):
        for folder in sorted({file.parent for file in (root / tree).rglob("*.py")}):
            init = folder / "__init__.py"
            text = init.read_text(encoding="utf-8") if init.exists() else ""
            if not ast.get_docstring(ast.parse(text)):
                path = PurePosixPath(init.relative_to(root).as_posix())
                yield Problem(path, 1, "a package begins with a docstring")


def _is_broad(handler: ast.ExceptHandler) -> bool:
    """A handler of BaseException that raises again in the end only tidies up, and may."""
    if handler.type is None:
        names = {"BaseException"}
    else:
        names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return "Exception" in names or ("BaseException" in names and not _raises_again(handler))


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None
