"""The door of this package: what a file defines, and what a save did to its definitions.

Invariant: never fails over content.  What is no text, is too large, or is in no language that
we know has the single symbol ``<file>``.
"""

from __future__ import annotations

from typing import Final

from agentfs.model.changes import ParseState, SymbolChange
from agentfs.model.ids import RepoPath
from agentfs.syntax.definitions import Definition, Parsed, Span, definitions_in
from agentfs.syntax.grammars import parse_again, parse_tree
from agentfs.syntax.languages import language_of
from agentfs.syntax.owntext import IMPORTS, MODULE, own_texts
from agentfs.syntax.profile import Profile

__all__ = [
    "FILE",
    "IMPORTS",
    "MODULE",
    "Definition",
    "ParseState",
    "Parsed",
    "Span",
    "enclosing",
    "parse",
    "symbol_changes",
]

FILE: Final = "<file>"
"""The whole of a file that was not parsed."""
LARGEST: Final = 1 << 20
"""Bytes.  A larger file is hardly written by hand, and would hold up its writer to parse."""


def parse(path: RepoPath, content: bytes) -> Parsed:
    """Raises GrammarMissing if the installation is broken; otherwise any bytes will do."""
    profile = _profile(path, content)
    if profile is None:
        return Parsed(ParseState.NONE)
    return definitions_in(parse_tree(profile.grammar, content).root_node, content, profile)


def enclosing(parsed: Parsed, line: int) -> str:
    """The symbol that line (from 1) is in: the innermost definition, or a name in ``<>``."""
    if parsed.state is ParseState.NONE:
        return FILE
    found = MODULE
    for definition in parsed.definitions:
        if definition.start_line > line:
            break
        if line <= definition.end_line:
            found = definition.symbol
    if found == MODULE and any(span.start_line <= line <= span.end_line for span in parsed.imports):
        return IMPORTS
    return found


def symbol_changes(
    path: RepoPath, base: bytes | None, new: bytes | None
) -> tuple[tuple[SymbolChange, ...], ParseState]:
    """What differs from `base` to `new`, in the order of `new`, then what was deleted; and how
    `new` parses.  None is "no such file".

    Two definitions are the same if their symbol and text are.  Blanks at the ends of lines do
    not count, and outside of functions neither do blank lines.  A class's text is without
    that of its members: they report themselves.
    """
    before, after = _parsed(path, base, new)
    state = after.state if after else ParseState.NONE
    if base == new:
        return (), state
    if any(parsed and parsed.state is ParseState.NONE for parsed in (before, after)):
        return (SymbolChange(FILE, _how(base is not None, new is not None)),), state
    old_texts = own_texts(before, base) if before and base is not None else {}
    new_texts = own_texts(after, new) if after and new is not None else {}
    changed = tuple(
        SymbolChange(symbol, _how(symbol in old_texts, symbol in new_texts))
        for symbol in {**new_texts, **old_texts}
        if old_texts.get(symbol) != new_texts.get(symbol)
    )
    return changed, state


def _parsed(
    path: RepoPath, base: bytes | None, new: bytes | None
) -> tuple[Parsed | None, Parsed | None]:
    """Both contents parsed, the second with the help of the first."""
    profile = _profile(path, base) if base is not None else None
    if base is None or new is None or profile is None or profile is not _profile(path, new):
        return (
            None if base is None else parse(path, base),
            None if new is None else parse(path, new),
        )
    tree = parse_tree(profile.grammar, base)
    before = definitions_in(tree.root_node, base, profile)
    if base == new:
        return before, before
    again = parse_again(profile.grammar, tree, base, new)
    return before, definitions_in(again.root_node, new, profile)


def _profile(path: RepoPath, content: bytes) -> Profile | None:
    """The language to parse `content` in, if it can be."""
    if len(content) > LARGEST or b"\0" in content:
        return None
    return language_of(path, content)


def _how(was: bool, is_now: bool) -> str:
    return "changed" if was and is_now else "added" if is_now else "deleted"
