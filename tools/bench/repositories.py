"""Repositories to measure on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.rig.git import Git

SMALL: Final = 2_400
LARGE: Final = 100_000
_FOLDERS: Final = 40
"""At the top, whatever the number of files, so that listing it is the same work."""
_FILES_OF_A_FOLDER: Final = 100


def generate(folder: Path, files: int) -> Path:
    """A repository of so many small Python files, not checked out.  Raises ProgramFailed."""
    repository = folder / f"files-{files}"
    repository.mkdir()
    git = Git(repository)
    git("init", "--quiet", "--initial-branch=main")
    git("fast-import", "--quiet", stdin=b"".join(_stream(files)))
    return repository


def lines_of_python(count: int) -> str:
    """A text of exactly so many lines that parses, of functions of five lines."""
    function = "def function_{0}(value):\n    total = value + {0}\n    return total\n\n\n"
    text = "".join(function.format(number) for number in range(count // 5 + 1))
    return "".join(text.splitlines(keepends=True)[:count])


def _stream(files: int) -> Iterator[bytes]:
    message = b"Generated"
    yield b"commit refs/heads/main\ncommitter bench <bench@agentfs.invalid> 1700000000 +0000\n"
    yield b"data %d\n%b\n" % (len(message), message)
    for number in range(files):
        folder, inner = number % _FOLDERS, number // (_FOLDERS * _FILES_OF_A_FOLDER)
        content = f"def number_{number}():\n    return {number}\n".encode()
        path = f"part_{folder:02}/inner_{inner:03}/module_{number}.py".encode()
        yield b"M 100644 inline %b\ndata %d\n%b\n" % (path, len(content), content)
