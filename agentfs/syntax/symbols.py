"""The door of this package: what a file defines, and what a save did to its definitions.

Invariant: never fails over content.  What is no text, is too large, or is in no language that
we know, or in one without definitions, has the single symbol ``<file>``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tree_sitter import Tree

from agentfs.model.changes import ParseState, SymbolChange
from agentfs.model.ids import RepoPath
from agentfs.syntax.definitions import Definition, Parsed, Span, definitions_in
from agentfs.syntax.differences import Arrival, Difference, arrivals, differences
from agentfs.syntax.grammars import parse_again, parse_tree
from agentfs.syntax.languages import language_of
from agentfs.syntax.members import Member, members_of
from agentfs.syntax.owntext import IMPORTS, MODULE, own_texts
from agentfs.syntax.profile import Profile

__all__ = [
    "FILE",
    "IMPORTS",
    "MODULE",
    "Definition",
    "Difference",
    "ParseState",
    "Parsed",
    "Span",
    "SymbolReader",
    "diff",
    "enclosing",
    "parse",
    "symbol_changes",
]

FILE: Final = "<file>"
"""The whole of a file that was not parsed."""
LARGEST: Final = 1 << 20
"""Bytes.  A larger file is hardly written by hand, and would hold up its writer to parse."""
REMEMBERED: Final = 128 << 10
"""Bytes of a file that is remembered.  Its tree takes some fifteen times as much."""


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

    What was moved or renamed is there twice: its new symbol as moved or renamed, with what it
    was, and its old one as deleted.  So each symbol that anything was done to is named.
    """
    return SymbolReader(remembers=0).changes(path, base, new)


def diff(path: RepoPath, base: bytes | None, new: bytes | None) -> tuple[Difference, ...]:
    """What became of each definition from `base` to `new`, in the order of `new`, then what was
    deleted.  None is "no such file".

    Unlike `symbol_changes` it follows a definition to its new symbol, and does not name again
    what is just in something that was moved or renamed.
    """
    return SymbolReader(remembers=0).diff(path, base, new)


@dataclass(frozen=True)
class _File:
    """A content and all that was found out about it."""

    content: bytes
    profile: Profile | None
    tree: Tree | None
    parsed: Parsed
    texts: dict[str, bytes]


class SymbolReader:
    """`symbol_changes` and `diff` for one save after another: most are made from what the last
    one wrote, and that need not be parsed again.  Small: it remembers a few files of ordinary
    size."""

    def __init__(self, *, remembers: int = 2) -> None:
        self._files: deque[_File] = deque(maxlen=remembers)

    def changes(
        self, path: RepoPath, base: bytes | None, new: bytes | None
    ) -> tuple[tuple[SymbolChange, ...], ParseState]:
        """As `symbol_changes`."""
        before, after = self._both(path, base, new)
        state = after.parsed.state if after else ParseState.NONE
        if base == new:
            return (), state
        if _unparsed(before, after):
            return (SymbolChange(FILE, _how(base is not None, new is not None)),), state
        old, new_texts = _texts(before), _texts(after)
        came = _arrivals(before, after)
        changed = tuple(
            _change(symbol, symbol in old, symbol in new_texts, came.get(symbol))
            for symbol in {**new_texts, **old}
            if old.get(symbol) != new_texts.get(symbol)
        )
        return changed, state

    def diff(self, path: RepoPath, base: bytes | None, new: bytes | None) -> tuple[Difference, ...]:
        """As the function `diff`."""
        before, after = self._both(path, base, new)
        if base == new:
            return ()
        if _unparsed(before, after):
            return (_rest(FILE, base, new),)
        old_texts, new_texts = _texts(before), _texts(after)
        found = [
            _rest(symbol, old_texts.get(symbol), new_texts.get(symbol))
            for symbol in (IMPORTS, MODULE)
            if old_texts.get(symbol) != new_texts.get(symbol)
        ]
        found += differences(_members(before), _members(after))
        places = {symbol: place for place, symbol in enumerate(new_texts)}
        return tuple(sorted(found, key=lambda each: places.get(each.symbol, len(places))))

    def _both(
        self, path: RepoPath, base: bytes | None, new: bytes | None
    ) -> tuple[_File | None, _File | None]:
        before = self._read(path, base, None) if base is not None else None
        after = self._read(path, new, before) if new is not None else None
        if after is not None and len(after.content) <= REMEMBERED and after not in self._files:
            self._files.append(after)
        return before, after

    def _read(self, path: RepoPath, content: bytes, before: _File | None) -> _File:
        """`before`, if it is in the same language, helps to parse."""
        profile = _profile(path, content)
        for file in (*self._files, before):
            if file is not None and file.profile is profile and file.content == content:
                return file
        if profile is None:
            return _File(content, None, None, Parsed(ParseState.NONE), {})
        if before is not None and before.tree is not None and before.profile is profile:
            tree = parse_again(profile.grammar, before.tree, before.content, content)
        else:
            tree = parse_tree(profile.grammar, content)
        parsed = definitions_in(tree.root_node, content, profile)
        return _File(content, profile, tree, parsed, own_texts(parsed, content))


def _profile(path: RepoPath, content: bytes) -> Profile | None:
    """The language to parse `content` in, if it can be."""
    if len(content) > LARGEST or b"\0" in content:
        return None
    found = language_of(path, content)
    # What defines nothing, such as JSON, is merged by its tree but is one symbol as a whole.
    return found if found is not None and (found.definitions or found.calls) else None


def _unparsed(*files: _File | None) -> bool:
    return any(file and file.parsed.state is ParseState.NONE for file in files)


def _texts(file: _File | None) -> Mapping[str, bytes]:
    return file.texts if file else {}


def _members(file: _File | None) -> list[Member]:
    if file is None or file.profile is None:
        return []
    indented = file.profile.indented
    return members_of(file.parsed, file.content, file.texts, indented=indented)


def _arrivals(before: _File | None, after: _File | None) -> Mapping[str, Arrival]:
    """Where those symbols come from that were not in `before`."""
    old, new = _texts(before), _texts(after)
    # Most saves only add, or only delete; then nothing was moved or renamed.
    if not (old.keys() - new.keys() and new.keys() - old.keys()):
        return {}
    found = arrivals(_members(before), _members(after))
    return {
        symbol: arrival
        for symbol, arrival in found.items()
        if symbol not in old and old[arrival.was] != new.get(arrival.was)
    }


def _change(symbol: str, was: bool, is_now: bool, came: Arrival | None) -> SymbolChange:
    if came is not None:
        return SymbolChange(symbol, came.how, came.was)
    return SymbolChange(symbol, _how(was, is_now))


def _rest(symbol: str, base: bytes | None, new: bytes | None) -> Difference:
    """Of what is no definition."""
    was, is_now = base is not None, new is not None
    return Difference(symbol if was else "", symbol if is_now else "", changed=was and is_now)


def _how(was: bool, is_now: bool) -> str:
    return "changed" if was and is_now else "added" if is_now else "deleted"
