"""Private files: a native folder tree that mirrors the view's ignored paths.

Holds ignored files, symlinks and pipes, and every folder that someone made, ignored or
not, as git knows no empty ones.  Never an event, never in the trunk.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from agentfs.model import paths
from agentfs.model.ids import ROOT, RepoPath


class PrivateFiles:
    """`root` mirrors the view's root."""

    def __init__(self, root: Path) -> None:
        self._root = os.fsencode(root)
        root.mkdir(mode=0o700, parents=True, exist_ok=True)

    def native(self, path: RepoPath) -> bytes:
        """Where `path` is, or would be."""
        return self._root + b"/" + path if path else self._root

    def stat(self, path: RepoPath) -> os.stat_result:
        return os.lstat(self.native(path))

    def exists(self, path: RepoPath) -> bool:
        return os.path.lexists(self.native(path))

    def is_folder(self, path: RepoPath) -> bool:
        try:
            return stat.S_ISDIR(os.lstat(self.native(path)).st_mode)
        except OSError:
            return False

    def names(self, folder: RepoPath) -> list[bytes]:
        try:
            return os.listdir(self.native(folder))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def ensure_folder(self, folder: RepoPath) -> None:
        """Make it and all above it."""
        if folder != ROOT:
            os.makedirs(self.native(folder), mode=0o755, exist_ok=True)

    def make_folder(self, path: RepoPath, mode: int) -> None:
        self.ensure_folder(paths.parent(path))
        os.mkdir(self.native(path), mode)

    def remove_folder(self, path: RepoPath) -> None:
        """Does nothing if only the trunk had it."""
        try:
            os.rmdir(self.native(path))
        except FileNotFoundError:
            return

    def forget_folder(self, path: RepoPath) -> None:
        """Remove it if nothing private is in it; the trunk shows it by itself."""
        try:
            os.rmdir(self.native(path))
        except OSError:
            return

    def create(self, path: RepoPath, flags: int, mode: int) -> int:
        """A new file; its descriptor."""
        self.ensure_folder(paths.parent(path))
        return os.open(self.native(path), flags | os.O_CREAT | os.O_CLOEXEC, mode)

    def open(self, path: RepoPath, flags: int) -> int:
        return os.open(self.native(path), flags | os.O_CLOEXEC | os.O_NOFOLLOW)

    def make_node(self, path: RepoPath, mode: int, device: int) -> None:
        self.ensure_folder(paths.parent(path))
        os.mknod(self.native(path), mode, device)

    def symlink(self, path: RepoPath, target: bytes) -> None:
        self.ensure_folder(paths.parent(path))
        os.symlink(target, self.native(path))

    def rename(self, old: RepoPath, new: RepoPath) -> None:
        self.ensure_folder(paths.parent(new))
        os.rename(self.native(old), self.native(new))

    def remove(self, path: RepoPath) -> None:
        os.unlink(self.native(path))

    def write(self, path: RepoPath, content: bytes, mode: int) -> None:
        """All at once: a reader sees the old file or the new one."""
        self.ensure_folder(paths.parent(path))
        fresh = self.native(path) + b".agentfs-new"
        try:
            with open(fresh, "wb") as file:
                file.write(content)
            os.chmod(fresh, mode)
            os.replace(fresh, self.native(path))
        except OSError:
            if os.path.lexists(fresh):
                os.unlink(fresh)
            raise

    def read(self, path: RepoPath) -> tuple[bytes, int]:
        """Content (of a symlink: its target) and mode."""
        mode = self.stat(path).st_mode
        if stat.S_ISLNK(mode):
            return os.readlink(self.native(path)), mode
        with open(self.native(path), "rb") as file:
            return file.read(), mode
