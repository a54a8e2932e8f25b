"""Three-way merges of versions: what a base, the trunk's side and an agent's side make.

Not about where a file is, nor about the tree around it (`renames`, `structure`).  Texts are
merged by the engine, in workers; everything that is no text merges only if one side left it
alone.

Invariant of a `Stand` that conflicts: its three versions differ only where the conflict is,
so to merge them again gives the same `Stand`.  (The engine sees to it; a file that was merged
by lines because it took too long may merge better another time.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from agentfs.merge.filemerge import FileMerge
from agentfs.merge.policy import MergePolicy, Way
from agentfs.merge.values import MergeResult
from agentfs.model.conflicts import ConflictKind
from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.rows import Segment
from agentfs.model.versions import Mode, Version
from agentfs.trunk.objects import ObjectStore

REGULAR: Final = (Mode.FILE, Mode.EXECUTABLE)
LARGEST_TEXT: Final = 32 << 20
"""Bytes of a side beyond which a file is not merged as text."""


class MergeRunner(Protocol):
    """Where merges run.  They are pure, so a worker process may do them.

    One that cannot be had in time, or at all, is made up for by a coarser one with a note.
    """

    async def merge(self, file: FileMerge) -> MergeResult: ...


class MergesHere:
    """The runner that has no workers."""

    async def merge(self, file: FileMerge) -> MergeResult:
        return file.merged()


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
    as the base of such a conflict, if that is not `base`.  `note` says why it was merged less
    well than could be, if it was.
    """

    trunk: Version | None
    base: Version | None
    mine: Version | None
    kind: ConflictKind | None = None
    lines: MergeResult | None = None
    was: Version | None = None
    note: str = ""


def agreed(version: Version | None, note: str = "") -> Stand:
    return Stand(version, version, version, note=note)


class Merger:
    """Merges versions of one file, which in the trunk is at `path`."""

    def __init__(
        self,
        path: RepoPath,
        texts: Texts,
        runner: MergeRunner,
        policy: Callable[[RepoPath], MergePolicy] = lambda _: MergePolicy(),
    ) -> None:
        self._path = path
        self._texts = texts
        self._runner = runner
        self._policy = policy

    async def onto(self, stand: Stand, segment: Segment) -> Stand:
        """`stand` with the saves of `segment` merged in.

        In a conflict the saves go to the view's own side first: what they do elsewhere in
        the file then reaches the trunk, and what they do to a conflicting region stays there.
        """
        stepped = await self._onto(stand, segment)
        return replace(stepped, note=stepped.note or stand.note)

    async def _onto(self, stand: Stand, segment: Segment) -> Stand:
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
        policy = self._policy(self._path)
        is_text = has_lines(base, trunk, mine, self._texts)
        if policy.way is Way.BINARY or not (is_text or policy.way is Way.DRIVER):
            return Stand(trunk, base, mine, ConflictKind.TYPE)
        merged = await self._merged(base, trunk, mine)
        if merged.clean:
            return agreed(self._texts.keep(merged.text_with("left"), mode), merged.note)
        if not is_text:
            return Stand(trunk, base, mine, ConflictKind.TYPE, note=merged.note)
        kind = ConflictKind.ADD_ADD if base is None else ConflictKind.EDIT_EDIT
        return Stand(
            self._texts.keep(merged.text_with("left"), mode),
            self._texts.keep(merged.text_with("base"), mode),
            self._texts.keep(merged.text_with("right"), mode),
            kind,
            merged,
            note=merged.note,
        )

    async def _merged(self, *sides: Version | None) -> MergeResult:
        base, trunk, mine = map(self._texts.of, sides)
        policy = self._policy(self._path)
        return await self._runner.merge(FileMerge(self._path, base, trunk, mine, policy))

    async def _base_below(self, stand: Stand, own: Stand) -> Version | None:
        """The base of `stand` when its own side `own` conflicts with itself: two processes
        of one view wrote the same lines from different bases.

        The newer text wins on the view's side.  Its region gets its base's text here too,
        or the older text, which the trunk may have as well, would seem to be given up.
        """
        if own.lines is None or stand.lines is None or stand.base is None:
            return stand.base
        below = await self._merged(own.trunk, stand.base, own.base)
        return self._texts.keep(below.text_with("left"), stand.base.mode)


def has_lines(
    base: Version | None, trunk: Version | None, mine: Version | None, texts: Texts
) -> bool:
    """Whether the sides are merged as texts; else what conflicts is the whole path."""
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
