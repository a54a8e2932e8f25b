"""What a lock covers, as a value that can only be valid, and the way it is written.

    src/auth/**                 a module: every path that the pattern matches
    src/auth/                   the same
    src/auth.py                 a file
    src/auth.py::Session        a symbol, and all that is in it
    src/auth.py::<imports>      the file's imports
    src/auth.py::<module>       what is in no definition and is no import

In a pattern ``*`` and ``?`` stand for anything but a slash, ``**`` as a whole component for
any number of components.  ``\\`` before ``*``, ``?``, ``:`` or ``\\`` takes that as it is.
Nothing that a scope names has to exist.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import RepoPath
from agentfs.model.paths import display

WHOLE: Final = ""
"""The symbol of a scope that is a file or module."""
_FILE: Final = "<file>"
_WILD: Final = re.compile(rb"\\.|[*?]", re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\([*?:\\])")
_SPECIAL: Final = re.compile(r"[*?\\]|::")
_COUNT: Final = re.compile(r"#\d+(?=\.|$)")


class BadScope(AgentfsError):
    """The user's: a text that is no scope."""

    code = "bad-scope"


class Scope(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Made by `parse_scope`, `of_file` and `of_symbol`; `str` is the inverse of parsing.

    With `module` set, `path` is a pattern in normal form and `symbol` is empty.
    """

    path: RepoPath
    symbol: str = WHOLE
    module: bool = False

    def __str__(self) -> str:
        text = display(self.path)
        if not self.module:
            text = _SPECIAL.sub(_escaped, text)
        return f"{text}::{self.symbol}" if self.symbol else text


def of_file(path: RepoPath) -> Scope:
    return Scope(path)


def of_symbol(path: RepoPath, symbol: str) -> Scope:
    """`symbol` as `agentfs.syntax` gives it.  A second definition of a name counts as the
    first: it takes the name away from it."""
    return Scope(path, WHOLE if symbol == _FILE else _COUNT.sub("", symbol))


def of_module(folder: RepoPath) -> Scope:
    """Everything in `folder`, at any depth."""
    pattern = re.sub(rb"[*?\\]", rb"\\\g<0>", folder)
    return Scope(RepoPath(pattern + b"/**" if pattern else b"**"), module=True)


def parse_scope(text: str) -> Scope:
    """Raises BadScope."""
    where, parted, symbol = _split(text)
    path = where.encode("utf-8", "surrogateescape")
    if parted and not symbol.strip():
        raise _bad(text, "there is no symbol behind the ::")
    module = path.endswith(b"/") or _has_wildcard(path) or path == b"."
    if not module:
        return of_symbol(_plain(path, text), symbol.strip().replace("::", "."))
    if parted:
        raise _bad(text, "a symbol is in one file, not in a module")
    return Scope(_pattern(path, text), module=True)


def is_in(symbol: str, outer: str) -> bool:
    """Whether `symbol` is `outer`, or in it."""
    return outer in (WHOLE, symbol) or symbol.startswith(outer + ".")


def outer_symbols(symbol: str) -> list[str]:
    """What contains `symbol`, itself first, the whole file last."""
    found = [symbol] if symbol else []
    # A name in <> has no parts, though it may contain a dot.
    while "." in symbol and not symbol.startswith("<"):
        symbol = symbol.rpartition(".")[0]
        found.append(symbol)
    return [*found, WHOLE]


def _split(text: str) -> tuple[str, bool, str]:
    """At the first ``::`` that has no backslash before it."""
    found = re.search(r"(?<!\\)::", text)
    if found is None:
        return text, False, ""
    return text[: found.start()], True, text[found.end() :]


def _has_wildcard(path: bytes) -> bool:
    return any(not found.startswith(b"\\") for found in _WILD.findall(path))


def _plain(path: bytes, text: str) -> RepoPath:
    return RepoPath(_ESCAPE.sub(rb"\1", b"/".join(_components(path, text))))


def _pattern(path: bytes, text: str) -> RepoPath:
    if path.endswith(b"/") or path == b".":
        path = path.rstrip(b"/") + b"/**"
    return RepoPath(b"/".join(_components(path, text)))


def _components(path: bytes, text: str) -> list[bytes]:
    """Without ``.``, and with runs of ``**`` made one.  Raises BadScope."""
    if path.startswith(b"/"):
        raise _bad(text, "a scope's path begins at the root of the repository")
    parts = [part for part in path.split(b"/") if part not in (b"", b".")]
    if not parts:
        raise _bad(text, "it names no path")
    if b".." in parts or b"\0" in path or b"\n" in path:
        raise _bad(text, "its path cannot be in a repository")
    return [part for at, part in enumerate(parts) if part != b"**" or parts[at - 1 : at] != [part]]


def _escaped(found: re.Match[str]) -> str:
    return "".join("\\" + letter for letter in found[0])


def _bad(text: str, why: str) -> BadScope:
    return BadScope(
        f"{text!r} is not a scope: {why}",
        hint="such as src/auth/** or src/auth.py or src/auth.py::Session.refresh",
    )
