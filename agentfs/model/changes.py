"""What a save did to the definitions of a file, and how well the file parsed."""

from __future__ import annotations

import enum

import msgspec


class ParseState(enum.Enum):
    CLEAN = "clean"
    ERRORS = "errors"
    NONE = "none"
    """No grammar for this file, or not text."""


class SymbolChange(msgspec.Struct, frozen=True, array_like=True):
    """`how` is ``added``, ``changed``, ``deleted``, ``moved`` or ``renamed``; `symbol` as in
    ``Outer.inner``.

    A definition that was moved or renamed, by itself or with what it is in, has two of these:
    its old symbol is ``deleted``, its new one ``moved`` or ``renamed``.  Its text may have
    changed too.
    """

    symbol: str
    how: str
    was: str = ""
    """Of what was moved or renamed: its old symbol."""


class SaveKind(enum.Enum):
    WRITE = "write"
    CREATE = "create"
    DELETE = "delete"
    RENAME = "rename"
    MODE = "mode"
    SYMLINK = "symlink"
