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
    """`how` is ``added``, ``changed`` or ``deleted``; `symbol` as in ``Outer.inner``."""

    symbol: str
    how: str


class SaveKind(enum.Enum):
    WRITE = "write"
    CREATE = "create"
    DELETE = "delete"
    RENAME = "rename"
    MODE = "mode"
    SYMLINK = "symlink"
