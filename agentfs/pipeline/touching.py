"""What a save touches: from texts to the scopes that locks are about.

Pure.  Where both texts parse it is what the symbol diff says.  Where one does not, the
definitions that a parser makes out of it are no basis to refuse or to let pass: then it is
the symbols around each line that changed, in either text, and around the lines next to it.
A file without a grammar is one piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from agentfs.locks.touched import Touched
from agentfs.model.changes import ParseState, SaveKind, SymbolChange
from agentfs.model.ids import RepoPath
from agentfs.model.rows import PendingRow, Segment
from agentfs.model.scopes import of_file, of_symbol
from agentfs.model.versions import Version
from agentfs.pipeline.moves import moved_symbols
from agentfs.syntax.edits import edits
from agentfs.syntax.symbols import FILE, Parsed, enclosing, parse, symbol_changes
from agentfs.wire.messages import SavedPath

Read = Callable[[Version], bytes]
_WHOLE: frozenset[SaveKind] = frozenset({SaveKind.DELETE, SaveKind.MODE, SaveKind.SYMLINK})


def touched_by(save: SavedPath) -> Touched:
    """By one path of a save, as the view has described it."""
    symbols = _symbols(save.symbols, Closer(save.moved, save.around))
    return _touched(save.path, symbols, whole=_is_whole(save))


def _symbols(changes: Sequence[SymbolChange], closer: Closer) -> tuple[str, ...]:
    if closer.around is not None:
        return closer.around
    return (*(change.symbol for change in changes), *closer.moved)


def _is_whole(save: SavedPath) -> bool:
    # A name that the trunk never had, given to a text, is a save of that text.
    if save.whole or save.kind in _WHOLE or save.origin is not None:
        return True
    base, version = save.base, save.version
    return base is not None and version is not None and base.mode is not version.mode


def touched_by_row(row: PendingRow, read: Read) -> Touched:
    """By all of a path's unpublished saves together: what was taken back is not touched."""
    found = Touched()
    for segment in row.segments:
        found += _touched_by_segment(row.path, segment, read)
    return found


class Closer(NamedTuple):
    """What the symbol diff does not say: see `SavedPath`."""

    moved: tuple[str, ...] = ()
    around: tuple[str, ...] | None = None


def closer_look(path: RepoPath, base: bytes | None, new: bytes | None) -> Closer:
    if base is None or new is None:
        return Closer()
    before, after = parse(path, base), parse(path, new)
    states = {before.state, after.state}
    if ParseState.NONE in states:
        return Closer()
    if ParseState.ERRORS in states:
        return Closer(around=tuple(dict.fromkeys(_around(before, after, base, new))))
    return Closer(moved=tuple(moved_symbols(before, after)))


def _touched_by_segment(path: RepoPath, segment: Segment, read: Read) -> Touched:
    base, version = segment.base, segment.version
    if version is None or segment.origin is not None:
        return _touched(path, (), whole=base is not None or segment.origin is not None)
    old, new = read(base) if base is not None else None, read(version)
    changes, _ = symbol_changes(path, old, new)
    symbols = _symbols(changes, closer_look(path, old, new))
    whole = base is not None and base.mode is not version.mode
    return _touched(path, symbols, whole=whole)


def _touched(path: RepoPath, symbols: Sequence[str], *, whole: bool) -> Touched:
    if whole or FILE in symbols:
        return Touched(whole=(of_file(path),))
    return Touched(tuple(of_symbol(path, symbol) for symbol in symbols))


def _around(before: Parsed, after: Parsed, base: bytes, new: bytes) -> Iterator[str]:
    shift = 0
    for edit in edits(base, new):
        yield from _symbols_at(before, base, edit.start, edit.end)
        start = edit.start + shift
        yield from _symbols_at(after, new, start, start + len(edit.added))
        shift += len(edit.added) - (edit.end - edit.start)


def _symbols_at(parsed: Parsed, text: bytes, start: int, end: int) -> Iterator[str]:
    """Of the lines from `start` to `end`, and of one more at both ends."""
    first = text.count(b"\n", 0, start) + 1
    last = first + text.count(b"\n", start, end)
    # The line at `end` is the next one: the range is of whole lines.
    for line in range(max(1, first - 1), last + 1):
        yield enclosing(parsed, line)


def symbols_of(path: RepoPath, content: bytes) -> list[str]:
    """What can be locked in it, in the order of the text."""
    return [definition.symbol for definition in parse(path, content).definitions]
