"""Names in Python code that nothing binds any more: one side took away or renamed what the
other uses anew, or moved code away from the variables that the other gave it.

Python's own compiler says what each scope binds.  A name that an input leaves unbound, too, is
somebody else's business: of a builtin namespace, of another version, or not yet written.
"""

from __future__ import annotations

import builtins
import re
import symtable
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from agentfs.merge.verify.findings import Finding, unbound
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.words.counts import name_changes, taken_and_used

_GIVEN: Final = frozenset(dir(builtins)) | {"__file__", "__path__", "__annotations__"}
"""What every module has."""
_OTHERS: Final = re.compile(rb"\bimport[ \t]*\([ \t]*\*|\bimport[ \t]*\*")
"""Brings names that only another file tells."""

_UNREAD: Final = re.compile(rb"(?m)(?<=^from __future__ import )annotations$")
"""Where it stands, annotations count for nothing."""


@lru_cache(maxsize=1)
def analysed(text: bytes) -> symtable.SymbolTable:
    """Raises what the compiler raises: SyntaxError, and ValueError, RecursionError or
    MemoryError.  Finds more than a parser does, such as two parameters of one name, and in half
    the time.  Names in annotations are names whatever the text says of them.
    """
    text = _UNREAD.sub(b"division", text, count=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return symtable.symtable(text, "", "exec")  # type: ignore[arg-type]  # as for compile


def left_unbound(judged: Judged) -> Iterator[Finding]:
    """Nothing where a text cannot be read."""
    result = judged.result
    if _OTHERS.search(result):
        return
    found = _unbound(result)
    if not found:
        return
    wanted = taken_and_used(*map(name_changes, judged.changed))
    names = {name for name in found if name.encode() in wanted}
    inputs = [_unbound(text) for text in judged.inputs] if names else [None]
    if None in inputs:
        return
    known = {name for each in inputs if each for name in each}
    for name in sorted(names - known):
        yield unbound(name, _line_of(name, result, found[name]))


def _unbound(text: bytes) -> dict[str, int] | None:
    """The names, each with the line of a scope that uses it."""
    try:
        top = analysed(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    bound = set(_GIVEN)
    used: dict[str, int] = {}
    for symbol in top.get_symbols():
        if symbol.is_assigned() or symbol.is_imported():
            bound.add(symbol.get_name())
        else:
            used[symbol.get_name()] = 1
    scopes = list(top.get_children())
    for scope in scopes:
        if scope.has_children():
            scopes += scope.get_children()
        for name in _of_module(scope, bound):
            used.setdefault(name, scope.get_lineno())
    return {
        name: line
        for name, line in used.items()
        if name not in bound and not any(_assigns(scope, name) for scope in scopes)
    }


def _of_module(scope: symtable.SymbolTable, bound: set[str]) -> Iterator[str]:
    """What a scope takes from the module, without what that binds."""
    if isinstance(scope, symtable.Function):
        yield from (name for name in scope.get_globals() if name not in bound)
        return
    names = (name for name in scope.get_identifiers() if name not in bound)
    yield from (name for name in names if scope.lookup(name).is_global())


def _assigns(scope: symtable.SymbolTable, name: str) -> bool:
    """Whether it gives the module that name: ``global name``."""
    if name not in scope.get_identifiers():
        return False
    symbol = scope.lookup(name)
    return symbol.is_declared_global() and (symbol.is_assigned() or symbol.is_imported())


def _line_of(name: str, text: bytes, scope: int) -> int:
    """Where it stands first in the scope that begins on that line; lines count from 1."""
    word = re.compile(rb"\b" + re.escape(name.encode()) + rb"\b")
    lines = text.split(b"\n")
    found = (at for at in range(scope, len(lines) + 1) if word.search(lines[at - 1]))
    return next(found, scope)
