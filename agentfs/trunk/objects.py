"""Reading and writing git objects: the object database of one repository.

Loose objects are `loose`'s; packs and alternates are read by libgit2.  Not about what
objects mean together (`trees`, `commits`), nor about refs (`branch`).

Invariants: an id names the same bytes for ever, so whatever is cached stays true; reads see
what other processes wrote, packed or removed meanwhile (by `git gc` too).

Open a store after a fork, never before: it holds descriptors and mapped packs.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

import pygit2
from pygit2.enums import ObjectType

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import BlobId, CommitId, TreeId
from agentfs.trunk.kinds import Kind, object_id
from agentfs.trunk.library import configure
from agentfs.trunk.loose import LooseObjects, Unreadable
from agentfs.trunk.treecache import TreeCache
from agentfs.trunk.treeformat import Entries, parse_tree, tree_bytes

EMPTY_TREE: Final = TreeId("4b825dc642cb6eb9a060e54bf8d69288fbee4904")
"""git knows this tree by heart and need not have it on disk; so do we."""
_KINDS: Final[dict[int, Kind]] = {
    ObjectType.COMMIT: "commit",
    ObjectType.TREE: "tree",
    ObjectType.BLOB: "blob",
    ObjectType.TAG: "tag",
}


class MissingObject(AgentfsError):
    """The repository's: an object that ought to be there is not."""

    code = "object-missing"


class BrokenObject(MissingObject):
    """The disk's: an object is there and cannot be read, or is of another kind."""

    code = "object-broken"


class ObjectNotWritten(AgentfsError):
    """The disk's or its rights': git's object folder took no new object."""

    code = "object-not-written"


class StorageFull(ObjectNotWritten):
    """The disk's: no space left for a git object."""

    code = "disk-full"


class ObjectStore:
    """The objects of one repository.  `git_dir` is its common git folder.

    `cached_entries` bounds the parsed trees that are kept (about 300 bytes an entry).
    May be used by several threads.
    """

    def __init__(self, git_dir: Path, *, cached_entries: int = 8192) -> None:
        configure()
        self.git_dir = git_dir
        self._folder = str(git_dir / "objects")
        self._loose = LooseObjects(git_dir / "objects")
        self._packed = pygit2.Odb(self._folder)
        self._trees: TreeCache[Entries] = TreeCache(cached_entries)

    @staticmethod
    def blob_id(data: bytes) -> BlobId:
        """The id that `data` has as a blob; writes nothing."""
        return BlobId(object_id("blob", data))

    def has(self, name: str) -> bool:
        """Whether there is such an object; it may still be broken (`verify`)."""
        return self._packed.exists(name)

    def verify(self, name: str) -> bool:
        """Whether the object is there, can be read and is what its id says."""
        try:
            return object_id(*self._read(name)) == name
        except MissingObject:
            return False

    def read(self, name: str, kind: Kind) -> bytes:
        """The object's content; its id is not checked.  Raises MissingObject, BrokenObject."""
        found, data = self._read(name)
        if found != kind:
            raise BrokenObject(f"git object {name} is a {found}, not a {kind}")
        return data

    def read_blob(self, blob: BlobId) -> bytes:
        """Raises MissingObject, BrokenObject."""
        return self.read(blob, "blob")

    def size(self, name: str) -> int:
        """Bytes of the object's content, without reading it all.  Raises as `read_blob`."""
        try:
            return self._loose.size(name)
        except FileNotFoundError:
            pass
        except Unreadable:
            return len(self._read(name)[1])
        try:
            return self._packed.read_header(name)[1]
        except pygit2.GitError:
            return len(self._read(name)[1])

    def read_tree(self, tree: TreeId) -> Entries:
        """The folder's entries in git's order; shared, so never to be changed.

        Raises MissingObject, BrokenObject.
        """
        entries = self._trees.get(tree)
        if entries is None:
            try:
                entries = parse_tree(self.read(tree, "tree"))
            except ValueError as error:
                raise BrokenObject(f"git tree {tree} is malformed") from error
            self._trees.put(tree, entries, len(entries))
        return entries

    def write(self, kind: Kind, data: bytes) -> str:
        """Store an object unless it is there; gives its id.  Raises ObjectNotWritten.

        An empty file in its place, as a power cut leaves them, counts as not there; other
        damage is not looked for (`rewrite`).
        """
        name = object_id(kind, data)
        # An empty file of that name makes libgit2 say that the object exists.
        if not self._loose.touch(name) and not self._is_packed(name):
            self._write_loose(name, kind, data)
        return name

    def write_blob(self, data: bytes) -> BlobId:
        """Raises ObjectNotWritten."""
        return BlobId(self.write("blob", data))

    def write_tree(self, entries: Entries) -> TreeId:
        """Store a folder.  The names must be good ones (`names.is_storable`).

        Raises ObjectNotWritten.
        """
        tree = TreeId(self.write("tree", tree_bytes(entries)))
        self._trees.put(tree, dict(entries), len(entries))
        return tree

    def write_commit(self, data: bytes) -> CommitId:
        """Store a commit made by `commits.commit_bytes`.  Raises ObjectNotWritten."""
        return CommitId(self.write("commit", data))

    def rewrite(self, kind: Kind, data: bytes) -> str:
        """Store an object even if a broken one has its place; gives its id.

        Reads the one that is there, so it is for recovery.  The new file replaces the old
        in one step.  Raises ObjectNotWritten.
        """
        name = object_id(kind, data)
        try:
            good = self._loose.is_intact(name)
        except FileNotFoundError:
            good = self.verify(name)
        if not good:
            self._write_loose(name, kind, data)
        return name

    def release(self) -> None:
        """Give back memory: parsed trees, mapped packs, delta caches.  All return on demand."""
        self._trees.clear()
        self._packed = pygit2.Odb(self._folder)

    def _read(self, name: str) -> tuple[Kind, bytes]:
        try:
            return self._loose.read(name)
        except FileNotFoundError:
            return self._read_packed(name)
        except Unreadable as error:
            return self._read_beside(name, error)

    def _read_packed(self, name: str) -> tuple[Kind, bytes]:
        try:
            number, data = self._packed.read(name)
        except pygit2.GitError:
            number, data = self._read_anew(name)
        return _KINDS[number], data

    def _read_anew(self, name: str) -> tuple[ObjectType, bytes]:
        """Read with a fresh database: `git gc` may have removed the pack that ours knew."""
        self._packed = pygit2.Odb(self._folder)
        try:
            return self._packed.read(name)
        except KeyError:
            if name == EMPTY_TREE:
                return ObjectType.TREE, b""
            raise MissingObject(f"git object {name} is missing") from None
        except pygit2.GitError as error:
            raise BrokenObject(f"git object {name} cannot be read: {error}") from error

    def _read_beside(self, name: str, reason: Unreadable) -> tuple[Kind, bytes]:
        """Read from our packs alone, where the loose file of that name is broken."""
        packs = _packs_alone(self._folder)
        try:
            number, data = packs.read(name)
        except pygit2.GitError as error:
            raise BrokenObject(f"git object {name} cannot be read: {reason}") from error
        return _KINDS[number], data

    def _is_packed(self, name: str) -> bool:
        return self._packed.exists(name) and not self._loose.exists(name)

    def _write_loose(self, name: str, kind: Kind, data: bytes) -> None:
        try:
            self._loose.write(name, kind, data)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise StorageFull(
                    "no space left for git objects", hint="free some disk space"
                ) from error
            raise ObjectNotWritten(f"git objects cannot be written: {error}") from error


def _packs_alone(folder: str) -> pygit2.Odb:
    packs = pygit2.Odb()
    packs.add_backend(pygit2.OdbBackendPack(folder), 1)
    return packs
