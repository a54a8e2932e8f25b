"""First stage of a save, in the view process: look at what was written.  No effects.

A `WorkingSave` is what a handler saw become a save; `admit` gives it its version, says
what it did to the file's definitions, and packs its content for the coordinator.  It looks at
the locks already, to say more of a refusal than the coordinator could; the check that counts
is in `record`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import zstandard

from agentfs.model.changes import ParseState, SaveKind, SymbolChange
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.touching import Closer, closer_look
from agentfs.syntax.symbols import SymbolReader
from agentfs.trunk.objects import ObjectStore
from agentfs.wire.messages import SavedPath

_LEVEL = 3


@dataclass(frozen=True, slots=True)
class WorkingSave:
    """`content` None: the path was deleted, or `version` says which known version it is.

    `whole`: the file moved as it is, with its folder; its definitions need no look.
    """

    kind: SaveKind
    path: RepoPath
    base: Version | None
    content: bytes | None = None
    mode: Mode = Mode.FILE
    version: Version | None = None
    origin: RepoPath | None = None
    whole: bool = False
    made_from: Version | None = None
    """For a path without a base that this view had deleted a moment before: what it was."""


def admit(
    save: WorkingSave,
    read: Callable[[Version], bytes],
    symbols: SymbolReader,
    *,
    is_locked: bool = False,
) -> SavedPath:
    """`read` gives the content of a version that the log or git has; `is_locked` says that
    others hold something in the file, so that it is worth looking at each line.

    Raises what `read` raises.
    """
    version = _version(save)
    changes, parse = ((), ParseState.NONE) if save.whole else _look(save, read, symbols)
    closer = Closer()
    if is_locked and not save.whole and save.content is not None:
        closer = closer_look(save.path, _before(save, read), save.content)
    return SavedPath(
        kind=save.kind,
        path=save.path,
        base=save.base,
        version=version,
        content=None if save.content is None else _pack(save.content),
        origin=save.origin,
        symbols=changes,
        parse=parse,
        moved=closer.moved,
        around=closer.around,
        whole=save.whole,
    )


def _look(
    save: WorkingSave, read: Callable[[Version], bytes], symbols: SymbolReader
) -> tuple[tuple[SymbolChange, ...], ParseState]:
    return symbols.changes(save.path, _before(save, read), _text(save, read))


def _before(save: WorkingSave, read: Callable[[Version], bytes]) -> bytes | None:
    base = save.base or save.made_from
    return read(base) if base is not None else None


def version_of(content: bytes, mode: Mode) -> Version:
    return Version(ObjectStore.blob_id(content), mode)


def _version(save: WorkingSave) -> Version | None:
    if save.content is None:
        return save.version
    return version_of(save.content, save.mode)


def _text(save: WorkingSave, read: Callable[[Version], bytes]) -> bytes | None:
    if save.content is not None:
        return save.content
    return read(save.version) if save.version is not None else None


def _pack(content: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL).compress(content)
