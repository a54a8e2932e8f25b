"""What a path shows: this view's save, else the trunk's version, else a private file.

Working copies are not seen here; they belong to inodes.  A folder exists while something
shows in it, or while the view has a private folder of that name (git knows no empty ones).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from agentfs.model import paths
from agentfs.model.ids import ROOT, RepoPath, TreeId
from agentfs.model.versions import Mode, Version
from agentfs.trunk.treeformat import TREE_MODE, TreeEntry
from agentfs.trunk.trees import version_of
from agentfs.views.overlay import Overlay


class Private(Protocol):
    """The view's private files and folders, as `backing/private.py` keeps them."""

    def exists(self, path: RepoPath) -> bool: ...
    def is_folder(self, path: RepoPath) -> bool: ...
    def names(self, folder: RepoPath) -> list[bytes]: ...


@dataclass(frozen=True, slots=True)
class Tracked:
    """A version that the trunk has, or that this view saved."""

    version: Version
    saved_ns: int | None
    """When this view saved it; None for the trunk's version."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the trunk, of this view's saves, of its private files, or all three."""


@dataclass(frozen=True, slots=True)
class PrivateFile:
    """A private file, symlink, socket or pipe."""


Shown = Tracked | Folder | PrivateFile
FOLDER = Folder()
PRIVATE_FILE = PrivateFile()


class Namespace:
    """The layers of one view, looked through from the top.

    `read_tree(id)` gives the entries of a git tree by name.
    """

    def __init__(
        self,
        read_tree: Callable[[TreeId], Mapping[bytes, TreeEntry]],
        tree: TreeId,
        overlay: Overlay,
        private: Private,
    ) -> None:
        self._read_tree = read_tree
        self.tree = tree
        self.overlay = overlay
        self._private = private

    def show(self, path: RepoPath) -> Shown | None:
        """None: nothing is there."""
        tracked = self.tracked(path)
        if tracked is not None:
            return tracked
        if self.is_folder(path):
            return FOLDER
        return PRIVATE_FILE if self._private.exists(path) else None

    def tracked(self, path: RepoPath) -> Tracked | None:
        entry = self.overlay.get(path)
        if entry is not None:
            return Tracked(entry.version, entry.mtime_ns) if entry.version else None
        return self._in_trunk(path)

    def trunk_version(self, path: RepoPath) -> Version | None:
        """The trunk's version, whatever this view did to the path."""
        shown = self._in_trunk(path)
        return shown.version if shown else None

    def in_submodule(self, path: RepoPath) -> bool:
        """Whether the trunk has a commit of another repository at a folder above `path`."""
        above = (self._trunk_entry(folder) for folder in paths.ancestors(path) if folder != ROOT)
        return any(entry is not None and entry.mode == Mode.SUBMODULE for entry in above)

    def is_folder(self, path: RepoPath) -> bool:
        return self.is_tracked_folder(path) or self._private.is_folder(path)

    def is_tracked_folder(self, path: RepoPath) -> bool:
        """Whether the trunk or this view's saves have anything in it."""
        if path == ROOT or self.overlay.children(path):
            return True
        if self._saved_file_at_or_above(path):
            return False
        entry = self._trunk_entry(path)
        if entry is None:
            return False
        if entry.mode == Mode.SUBMODULE:
            return True
        return entry.mode == TREE_MODE and self._anything_left(path, TreeId(entry.id))

    def names(self, folder: RepoPath) -> dict[bytes, Shown]:
        """Everything that `folder` shows, by name."""
        shown: dict[bytes, Shown] = {}
        for name, entry in self._trunk_folder(folder).items():
            found = self._layered(paths.join(folder, name), entry)
            if found is not None:
                shown[name] = found
        for name in self.overlay.children(folder) - shown.keys():
            tracked = self.tracked(paths.join(folder, name))
            shown[name] = tracked or FOLDER
        for name in self._private.names(folder):
            if name not in shown:
                inside = self._private.is_folder(paths.join(folder, name))
                shown[name] = FOLDER if inside else PRIVATE_FILE
        return shown

    def tracked_under(self, folder: RepoPath) -> Iterator[tuple[RepoPath, Version]]:
        """Every tracked file in `folder`, at any depth."""
        for name, shown in self.names(folder).items():
            path = paths.join(folder, name)
            if isinstance(shown, Tracked):
                yield path, shown.version
            elif isinstance(shown, Folder):
                yield from self.tracked_under(path)

    def _layered(self, path: RepoPath, entry: TreeEntry) -> Shown | None:
        """What shows at `path`, where the trunk has `entry`."""
        saved = self.overlay.get(path)
        if saved is not None and saved.version is not None:
            return Tracked(saved.version, saved.mtime_ns)
        if entry.mode in (TREE_MODE, Mode.SUBMODULE):
            return FOLDER if self.is_folder(path) else None
        if saved is None:
            return _from_trunk(entry)
        return FOLDER if self.is_folder(path) else None

    def _anything_left(self, folder: RepoPath, tree: TreeId) -> bool:
        """Whether this view has not deleted all that the trunk has in `folder`."""
        if not self.overlay.deletes_under(folder):
            return True
        for name, entry in self._read_tree(tree).items():
            path = paths.join(folder, name)
            if entry.mode == TREE_MODE:
                if self._anything_left(path, TreeId(entry.id)):
                    return True
            elif self.overlay.get(path) is None:
                return True
        return False

    def _saved_file_at_or_above(self, path: RepoPath) -> bool:
        """Whether a file that this view saved stands where the trunk has a folder."""
        if not self.overlay.paths():
            return False
        above = (self.overlay.get(each) for each in (path, *paths.ancestors(path)))
        return any(entry is not None and entry.version is not None for entry in above)

    def _in_trunk(self, path: RepoPath) -> Tracked | None:
        entry = self._trunk_entry(path)
        return _from_trunk(entry) if entry is not None else None

    def _trunk_entry(self, path: RepoPath) -> TreeEntry | None:
        return self._trunk_folder(paths.parent(path)).get(paths.name(path))

    def _trunk_folder(self, folder: RepoPath) -> Mapping[bytes, TreeEntry]:
        tree = self.tree
        for part in paths.parts(folder):
            entry = self._read_tree(tree).get(part)
            if entry is None or entry.mode != TREE_MODE:
                return {}
            tree = TreeId(entry.id)
        return self._read_tree(tree)


def _from_trunk(entry: TreeEntry) -> Tracked | None:
    version = None if entry.mode == Mode.SUBMODULE else version_of(entry)
    return Tracked(version, None) if version is not None else None
