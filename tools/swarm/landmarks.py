"""Lines that an edit can be told to go to, and that stay where edits are around them.

In Python the first line of a function, elsewhere any line that occurs once.  A landmark is
known by the beginning of its line, which no other line of the file has, so every tool finds
it again after others have edited the file.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DEFINITION: Final = re.compile(r"[ \t]*(async +)?def +\w+ *\(")
_LEAST_LINES: Final = 4
"""Of a function, so that edits of neighbours do not touch."""
_APART: Final = 8
"""Lines between landmarks of other files, for the same reason."""
_COMMENT: Final = {
    ".py": "#", ".sh": "#", ".rb": "#", ".pl": "#", ".toml": "#", ".yml": "#", ".yaml": "#",
    ".c": "//", ".h": "//", ".cc": "//", ".cpp": "//", ".hpp": "//", ".cs": "//", ".go": "//",
    ".java": "//", ".js": "//", ".jsx": "//", ".ts": "//", ".tsx": "//", ".kt": "//",
    ".php": "//", ".rs": "//", ".scala": "//", ".swift": "//", ".lua": "--", ".sql": "--",
    ".md": "", ".rst": "", ".txt": "",
}  # fmt: skip
"""What begins a comment, by file name's end; files of other names are not edited."""


@dataclass(frozen=True)
class Landmark:
    """Line numbers from 1; `last` is the last line of the function, or the line itself."""

    opening: str
    line: int
    last: int


def comment_start(path: str) -> str | None:
    """None: not a file to edit."""
    return _COMMENT.get(_suffix(path))


def landmarks(path: str, content: bytes) -> list[Landmark]:
    """In order of lines.  None in what is not plain UTF-8 with a newline at each line's end."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return []
    if comment_start(path) is None or not text.endswith("\n") or re.search(r"[\0\r\f]", text):
        return []
    lines = text.split("\n")
    found = _good_functions(text, lines) if is_python(path) else _plain(lines)
    return [mark for mark in found if _is_unique(mark.opening, lines)]


def find(path: str, content: bytes, opening: str) -> Landmark:
    """The landmark where it is now.  Raises LookupError if it is gone or there twice."""
    text = content.decode("utf-8")
    lines = text.split("\n")
    numbers = [number for number, line in enumerate(lines, 1) if line.startswith(opening)]
    if len(numbers) != 1:
        raise LookupError(f"{path} has {len(numbers)} lines that begin with {opening!r}")
    line = numbers[0]
    if not is_python(path):
        return Landmark(opening, line, line)
    for node in _functions(text):
        if node.lineno == line:
            return Landmark(opening, line, node.end_lineno or line)
    raise LookupError(f"line {line} of {path} is no function any more")


def is_python(path: str) -> bool:
    return _suffix(path) == ".py"


def _functions(text: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Raises SyntaxError."""
    nodes = ast.walk(ast.parse(text))
    found = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return sorted(found, key=lambda node: node.lineno)


def _good_functions(text: str, lines: list[str]) -> Iterator[Landmark]:
    try:
        nodes = _functions(text)
    except (SyntaxError, ValueError):
        return
    for node in nodes:
        first, last = lines[node.lineno - 1], node.end_lineno or node.lineno
        opening = _DEFINITION.match(first)
        # A comment may follow these, and no line that goes on with a backslash.
        if opening and first.endswith((":", "(", ",")) and last - node.lineno + 1 >= _LEAST_LINES:
            yield Landmark(opening[0], node.lineno, last)


def _plain(lines: list[str]) -> Iterator[Landmark]:
    for number in range(1, len(lines), _APART):
        line = lines[number - 1]
        if len(line.strip()) >= _LEAST_LINES and not line.endswith("\\"):
            yield Landmark(line, number, number)


def _is_unique(opening: str, lines: list[str]) -> bool:
    return sum(line.startswith(opening) for line in lines) == 1


def _suffix(path: str) -> str:
    name = path.rpartition("/")[2]
    return "." + name.rpartition(".")[2] if "." in name else ""
