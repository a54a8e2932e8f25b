"""The git side of a view: a linked worktree, as ``git worktree add`` makes them.

The view's `.git` file names it; git then finds HEAD, index and the repository.  HEAD is
detached at the trunk commit that the view shows.  `bring_up` moves both when the trunk has
moved, and leaves alone what the agent did with git: a branch that it checked out, and what
it staged.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from agentfs.model.ids import AgentName, CommitId, RepoPath, TreeId
from agentfs.model.versions import Version
from agentfs.trunk import trees
from agentfs.trunk.commits import read_commit
from agentfs.trunk.gitindex import (
    Entries,
    IndexEntry,
    Stat,
    UnreadableIndex,
    index_bytes,
    names_version,
    packed,
    parse_index,
)
from agentfs.trunk.layout import WORKTREE
from agentfs.trunk.objects import ObjectStore

StatOf = Callable[[RepoPath, Version], Stat | None]
"""How the view shows a path, if it shows that version there."""
_SYMBOLIC: Final = "ref:"


class Worktree:
    """``<common dir>/worktrees/agentfs-<agent>``."""

    def __init__(self, store: ObjectStore, common_dir: Path, agent: AgentName, mount: Path) -> None:
        self._store = store
        self._common_dir = common_dir
        self._folder = common_dir / "worktrees" / f"{WORKTREE}{agent}"
        self._mount = mount

    @property
    def pointer(self) -> bytes:
        """The content of the view's `.git` file."""
        return b"gitdir: " + os.fsencode(self._folder) + b"\n"

    def bring_up(self, commit: CommitId, stat_of: StatOf) -> None:
        """HEAD and index to `commit`.  Does nothing while git holds a lock there, or while
        the agent has a branch checked out: the next call comes with the next command."""
        before = self._shown()
        if before == commit:
            return
        if before is None:
            self._make(commit)
        elif self._read("HEAD").startswith(_SYMBOLIC):
            return
        try:
            with self._locked("index") as write:
                write(index_bytes(self._entries(before, commit, stat_of)))
            with self._locked("HEAD") as write:
                write(f"{commit}\n".encode())
        except (FileExistsError, UnreadableIndex):
            return
        (self._folder / "agentfs-shown").write_text(f"{commit}\n")

    def remove(self) -> None:
        """The view is unmounted.  As ``git worktree remove`` does it."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _shown(self) -> CommitId | None:
        """The commit that we last brought it to."""
        text = self._read("agentfs-shown").strip()
        return CommitId(text) if text else None

    def _make(self, commit: CommitId) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / "commondir").write_text("../..\n")
        (self._folder / "gitdir").write_text(f"{self._mount / '.git'}\n")
        (self._folder / "locked").write_text("an agentfs view\n")
        (self._folder / "HEAD").write_text(f"{commit}\n")

    def _entries(self, before: CommitId | None, commit: CommitId, stat_of: StatOf) -> Entries:
        tree = TreeId(read_commit(self._store, commit).tree)
        if before is None:
            return {
                path: packed(IndexEntry(version, stat_of(path, version)), path)
                for path, version in trees.walk(self._store, tree)
            }
        entries = parse_index((self._folder / "index").read_bytes())
        old = TreeId(read_commit(self._store, before).tree)
        for path, was, now in trees.diff(self._store, old, tree):
            known = entries.get(path)
            # Anything but the old version is the agent's own doing: it was staged.
            if (known is None and was is not None) or (known and not names_version(known, was)):
                continue
            if now is None:
                entries.pop(path, None)
            else:
                entries[path] = packed(IndexEntry(now, stat_of(path, now)), path)
        return entries

    def _read(self, name: str) -> str:
        try:
            return (self._folder / name).read_text()
        except FileNotFoundError:
            return ""

    @contextmanager
    def _locked(self, name: str) -> Iterator[Callable[[bytes], int]]:
        """Replace a file as git does.  Raises FileExistsError while git does."""
        lock = self._folder / f"{name}.lock"
        fd = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        try:
            with open(fd, "wb") as file:
                yield file.write
            os.replace(lock, self._folder / name)
        except BaseException:
            lock.unlink(missing_ok=True)
            raise
