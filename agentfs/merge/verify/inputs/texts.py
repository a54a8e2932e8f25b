"""A text as the verifier sees it: lines without the blanks around them, and their words.

Blank lines do not count, nor does indentation, nor does a byte order mark; a word is a run of
letters and digits, and any other character that is no blank is a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

Lines = Sequence[bytes]
WORD: Final = re.compile(rb"[0-9A-Za-z_\x80-\xff]+|[^\s\x80-\xff0-9A-Za-z_]")
MARK: Final = b"\xef\xbb\xbf"
SEPARATORS: Final = frozenset({b",", b";"})
IMPORT: Final = re.compile(
    rb"(?:(?:(?:pub|public|private|export|global)\s+)?(?:import|use|mod|using|open)\s"
    rb"|(?:extern\s+crate|from|load|source|@import|@use)\s|#\s*(?:include|import)\b"
    rb"|(?:(?:const|let|var|local)\s[^=]*=\s*)?require\w*[\s(]|export\s.*\sfrom\s)"
    rb".*[^\s({\[,\\]"
)


def is_import(line: bytes) -> bool:
    """Whether it looks like a whole statement, of any language, that imports something.  Where
    those stand among each other has little meaning."""
    return IMPORT.fullmatch(line) is not None


def words_of(line: bytes) -> list[bytes]:
    return WORD.findall(line)


def lines_of(text: bytes) -> list[bytes]:
    return [line for raw in text.removeprefix(MARK).split(b"\n") if (line := raw.strip())]


def depths_of(text: bytes) -> list[int]:
    """How far each of `lines_of(text)` is indented."""
    rows = text.removeprefix(MARK).expandtabs(8).split(b"\n")
    return [len(raw) - len(raw.lstrip()) for raw in rows if raw.strip()]


def line_number(text: bytes, index: int) -> int:
    """The number, from 1, of the line that is at `index` in `lines_of(text)`, or of the last."""
    rows = text.removeprefix(MARK).split(b"\n")
    numbers = [row for row, raw in enumerate(rows, 1) if raw.strip()]
    return numbers[min(index, len(numbers) - 1)] if numbers else 1


@dataclass(frozen=True, slots=True)
class Words:
    """Some lines and their words."""

    texts: Lines
    words: list[bytes]
    lines: list[int]
    """For each word the line, an index, that it is on."""
    starts: list[int]
    """For each line where its words begin, and one more for the end."""


def words_in(lines: Lines, *, imports_whole: bool = False) -> Words:
    """`imports_whole`: a line that imports something is one word."""
    words: list[bytes] = []
    where: list[int] = []
    starts = [0]
    for index, line in enumerate(lines):
        found = [line] if imports_whole and is_import(line) else words_of(line)
        words += found
        where += [index] * len(found)
        starts.append(len(words))
    return Words(lines, words, where, starts)


def words_at(text: Words, line: int) -> list[bytes]:
    return text.words[text.starts[line] : text.starts[line + 1]]
