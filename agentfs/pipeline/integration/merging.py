"""Three-way merges of versions: what a base, the trunk's side and an agent's side make.

Not about where a file is, nor about the tree around it (`renames`, `structure`).  Texts are
merged by the lines, in workers; everything that is no text merges only if one side left it
alone.

Invariant of a `Stand` that conflicts: its three versions differ only where the conflict is,
so to merge them again gives the same `Stand`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from agentfs.merge.lines import merge_lines
from agentfs.merge.values import MergeResult
from agentfs.model.conflicts import ConflictKind
from agentfs.model.ids import BlobId
from agentfs.model.rows import Segment
from agentfs.model.versions import Mode, Version
from agentfs.trunk.objects import ObjectStore

REGULAR: Final = (Mode.FILE, Mode.EXECUTABLE)
LARGEST_TEXT: Final = 32 << 20
"""Bytes of a side beyond which a file is not compared by its lines."""


class MergeRunner(Protocol):
    """Where line merges run.  They are pure, so a worker process may do them."""

    async def merge(self, base: bytes, left: bytes, right: bytes) -> MergeResult: ...


class MergesHere:
    """The runner that has no workers."""

    async def merge(self, base: bytes, left: bytes, right: bytes) -> MergeResult:
        return merge_lines(base, left, right)


class Texts:
    """Contents by blob: those that `read` finds, and those that merging makes."""

    def __init__(self, read: Callable[[BlobId], bytes]) -> None:
        self._read = read
        self.made: dict[BlobId, bytes] = {}

    def of(self, version: Version | None) -> bytes:
        """Empty for an absent file.  A submodule is shown as git shows it in a diff."""
        if version is None:
            return b""
        if version.mode is Mode.SUBMODULE:
            return b"Subproject commit %s\n" % version.blob.encode()
        made = self.made.get(version.blob)
        return self._read(version.blob) if made is None else made

    def keep(self, text: bytes, mode: Mode) -> Version:
        blob = ObjectStore.blob_id(text)
        self.made[blob] = text
        return Version(blob, mode)


@dataclass(frozen=True)
class Stand:
    """Where a path stands: what the trunk has, and if `kind` is set, what is in conflict.

    Then `mine` is what the view shows and `base` what both sides began from; `lines` has
    the regions, and without it the conflict is about the whole path.  `was` is what to show
    as the base of such a conflict, if that is not `base`.
    """

    trunk: Version | None
    base: Version | None
    mine: Version | None
    kind: ConflictKind | None = None
    lines: MergeResult | None = None
    was: Version | None = None


def agreed(version: Version | None) -> Stand:
    return Stand(version, version, version)


class Merger:
    def __init__(self, texts: Texts, runner: MergeRunner) -> None:
        self.texts = texts
        self._runner = runner

    async def onto(self, stand: Stand, segment: Segment) -> Stand:
        """`stand` with the saves of `segment` merged in.

        In a conflict the saves go to the view's own side first: what they do elsewhere in
        the file then reaches the trunk, and what they do to a conflicting region stays there.
        """
        if stand.kind is None:
            return await self.three_way(segment.base, stand.trunk, segment.version)
        own = await self.three_way(segment.base, stand.mine, segment.version)
        if own.kind is None:
            return await self.three_way(stand.base, stand.trunk, own.trunk)
        base = await self._base_below(stand, own)
        return await self.three_way(base, stand.trunk, own.mine)

    async def three_way(
        self, base: Version | None, trunk: Version | None, mine: Version | None
    ) -> Stand:
        if mine in (base, trunk):
            return agreed(trunk)
        if trunk == base:
            return agreed(mine)
        if trunk is None:
            return Stand(trunk, base, mine, ConflictKind.DELETE_EDIT)
        if mine is None:
            return Stand(trunk, base, mine, ConflictKind.EDIT_DELETE)
        if not _are_files(base, trunk, mine):
            return Stand(trunk, base, mine, ConflictKind.TYPE)
        return await self._files(base, trunk, mine)

    async def _files(self, base: Version | None, trunk: Version, mine: Version) -> Stand:
        mode = _merged_mode(base, trunk, mine)
        blob = _unchanged_side(base, trunk, mine)
        if blob is not None:
            return agreed(Version(blob, mode))
        if not has_lines(base, trunk, mine, self.texts):
            return Stand(trunk, base, mine, ConflictKind.TYPE)
        merged = await self._runner.merge(*map(self.texts.of, (base, trunk, mine)))
        if merged.clean:
            return agreed(self.texts.keep(merged.text_with("left"), mode))
        kind = ConflictKind.ADD_ADD if base is None else ConflictKind.EDIT_EDIT
        return Stand(
            self.texts.keep(merged.text_with("left"), mode),
            self.texts.keep(merged.text_with("base"), mode),
            self.texts.keep(merged.text_with("right"), mode),
            kind,
            merged,
        )

    async def _base_below(self, stand: Stand, own: Stand) -> Version | None:
        """The base of `stand` when its own side `own` conflicts with itself: two processes
        of one view wrote the same lines from different bases.

        The newer text wins on the view's side.  Its region gets its base's text here too,
        or the older text, which the trunk may have as well, would seem to be given up.
        """
        if own.lines is None or stand.lines is None or stand.base is None:
            return stand.base
        texts = (own.trunk, stand.base, own.base)
        below = await self._runner.merge(*map(self.texts.of, texts))
        return self.texts.keep(below.text_with("left"), stand.base.mode)


def has_lines(
    base: Version | None, trunk: Version | None, mine: Version | None, texts: Texts
) -> bool:
    """Whether the sides are merged by their lines; else what conflicts is the whole path."""
    if trunk is None or mine is None or not _are_files(base, trunk, mine):
        return False
    return all(_is_text(texts.of(side)) for side in (base, trunk, mine))


def _are_files(*sides: Version | None) -> bool:
    return all(side is None or side.mode in REGULAR for side in sides)


def _merged_mode(base: Version | None, trunk: Version, mine: Version) -> Mode:
    """An absent base counts as not executable, so the side that set the bit has changed it."""
    before = base.mode if base is not None else Mode.FILE
    return mine.mode if trunk.mode == before else trunk.mode


def _unchanged_side(base: Version | None, trunk: Version, mine: Version) -> BlobId | None:
    """The content, if it can be told without looking at it."""
    if trunk.blob == mine.blob or (base is not None and mine.blob == base.blob):
        return trunk.blob
    return mine.blob if base is not None and trunk.blob == base.blob else None


def _is_text(content: bytes) -> bool:
    return len(content) <= LARGEST_TEXT and b"\0" not in content
