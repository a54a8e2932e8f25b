"""The trunk's ref, moved by compare-and-swap under git's own lock for it.

Not about what the trunk should be: that is in the log, and the ref follows.  Users may
move the branch with git at any time; then a swap raises TrunkMoved and changes nothing.

Invariant: only `ref` itself and refs below ``refs/agentfs/`` are ever written.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pygit2
from pygit2.transaction import ReferenceTransaction

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import CommitId
from agentfs.trunk.ancestry import is_ancestor
from agentfs.trunk.library import configure
from agentfs.trunk.objects import MissingObject, ObjectStore

KEPT: Final = "refs/agentfs/"
_REFLOG_NOTE: Final = "agentfs: publish"
_REF: Final = re.compile(rb"(?!0{40})[0-9a-f]{40}\s*|ref:\s*refs/[^\0]+")
"""What the file of a ref holds."""


class TrunkMoved(AgentfsError):
    """Another's: the branch is not where the caller left it."""

    code = "trunk-moved"


class TrunkLocked(AgentfsError):
    """Another's: a git process is changing the branch, or died while it did."""

    code = "trunk-locked"


class RefNotWritten(AgentfsError):
    """The disk's or its rights': a ref could not be written."""

    code = "ref-not-written"


class TrunkBranch:
    """One branch of one repository.  `git_dir` is the common git folder, `ref` a full name.

    Open it after a fork; use it from one thread at a time.
    """

    def __init__(self, git_dir: Path, ref: str) -> None:
        configure()
        self._git_dir = git_dir
        self._repository = pygit2.Repository(str(git_dir))
        self._store = ObjectStore(git_dir, cached_entries=0)
        self.ref = ref

    def read(self) -> CommitId | None:
        """Where the branch is now, whoever moved it; None if there is no such branch."""
        try:
            reference = self._repository.lookup_reference(self.ref)
            return CommitId(str(reference.resolve().target))
        except KeyError:
            return None

    def compare_and_swap(self, old: CommitId | None, new: CommitId) -> None:
        """Move the branch from `old` to `new`; `old` None makes it.

        Raises TrunkMoved if it is not at `old`, TrunkLocked (try again; then
        `clear_stale_lock`), MissingObject, RefNotWritten; nothing has changed then.
        """
        self._require(new)
        with self._writing(self.ref) as transaction:
            self._lock(transaction)
            self._expect(old)
            transaction.set_target(self.ref, new, message=_REFLOG_NOTE)

    def is_ancestor(self, old: CommitId, new: CommitId) -> bool:
        """As `ancestry.is_ancestor`."""
        return is_ancestor(self._store, old, new)

    def keep(self, commit: CommitId, name: str) -> str:
        """Name `commit` ``refs/agentfs/<name>``, so that git keeps it.  Gives the full name.

        Replaces an earlier one of that name.  Raises MissingObject, RefNotWritten.
        """
        ref = KEPT + name
        self._require(commit)
        with self._writing(ref) as transaction:
            transaction.lock_ref(ref)
            transaction.set_target(ref, commit)
        return ref

    def clear_stale_lock(self, seconds: float) -> bool:
        """Remove the lock of a process that died while it moved the branch.

        Nobody holds a ref's lock for long, so one older than `seconds` has no owner.
        Gives whether there was one.
        """
        lock = self._lock_file
        try:
            if time.time() - lock.stat().st_mtime < seconds:
                return False
            lock.unlink()
        except FileNotFoundError:
            return False
        return True

    def clear_torn(self) -> bool:
        """Remove the ref's file if a power cut left no ref in it: empty, zeroed or cut short.

        Git and libgit2 refuse such a file for everything.  Gives whether there was one; the
        branch is then where it was packed last, or not there.
        """
        file = self._git_dir / self.ref
        try:
            text = file.read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return False
        if _REF.fullmatch(text):
            return False
        file.unlink(missing_ok=True)
        return True

    def sync_objects(self) -> None:
        """Make all objects and refs written so far durable, by one sync of the file system.

        Takes as long as the disk needs, so call it off the loop.  Raises OSError.
        """
        libc = ctypes.CDLL(None, use_errno=True)
        descriptor = os.open(self._git_dir / "objects", os.O_RDONLY | os.O_DIRECTORY)
        try:
            if libc.syncfs(descriptor) != 0:
                raise OSError(ctypes.get_errno(), "syncfs", str(self._git_dir))
        finally:
            os.close(descriptor)

    @property
    def _lock_file(self) -> Path:
        return self._git_dir / f"{self.ref}.lock"

    def _require(self, commit: CommitId) -> None:
        """libgit2 would let a ref name anything."""
        if not self._store.has(commit):
            raise MissingObject(f"git commit {commit} is missing")

    @contextlib.contextmanager
    def _writing(self, ref: str) -> Iterator[ReferenceTransaction]:
        """A transaction, which takes effect at the end of the block unless that raises."""
        try:
            with self._repository.transaction() as transaction:
                yield transaction
        except (pygit2.GitError, OSError, ValueError) as error:
            raise RefNotWritten(f"{ref} cannot be written: {error}") from error

    def _lock(self, transaction: ReferenceTransaction) -> None:
        try:
            transaction.lock_ref(self.ref)
        except pygit2.GitError as error:
            if not self._lock_file.exists():
                raise
            raise TrunkLocked(
                f"{self.ref} is locked by another git process",
                hint=f"if none runs, remove {self._lock_file}",
            ) from error

    def _expect(self, old: CommitId | None) -> None:
        found = self.read()
        if found != old:
            raise TrunkMoved(f"{self.ref} is at {found or 'no commit'}, not at {old}")
