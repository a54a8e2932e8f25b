"""The saves of one view that its trunk does not show: path to version, or to "deleted".

Not the log's truth, but its image in the view process; `views/state.py` keeps it current.
Counts for each folder, kept as entries come and go, answer what a folder holds without a
walk over all entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from agentfs.model import paths
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Version


@dataclass(frozen=True, slots=True)
class Entry:
    """What this view saved at a path; `version` None says that it deleted it.

    `base` and `origin` are those of the unpublished saves: what they were made from, and
    which path of the trunk the file had then, if this view renamed it.
    """

    version: Version | None
    mtime_ns: int
    base: Version | None = None
    origin: RepoPath | None = None


class Overlay:
    """A map of paths to entries that also knows its folders."""

    def __init__(self) -> None:
        self._entries: dict[RepoPath, Entry] = {}
        self._live: dict[RepoPath, dict[bytes, int]] = {}
        self._deleted: dict[RepoPath, int] = {}

    def get(self, path: RepoPath) -> Entry | None:
        return self._entries.get(path)

    def set(self, path: RepoPath, entry: Entry | None) -> None:
        """Put `entry` at `path`; None takes away what is there."""
        old = self._entries.pop(path, None)
        if old is not None:
            self._count(path, old, -1)
        if entry is not None:
            self._entries[path] = entry
            self._count(path, entry, +1)

    def paths(self) -> AbstractSet[RepoPath]:
        return self._entries.keys()

    def children(self, folder: RepoPath) -> AbstractSet[bytes]:
        """Names in `folder` that are, or lead to, a saved file."""
        return self._live.get(folder, {}).keys()

    def deletes_under(self, folder: RepoPath) -> bool:
        """Whether this view deleted anything in `folder`, at any depth."""
        return folder in self._deleted

    def under(self, folder: RepoPath) -> Iterator[tuple[RepoPath, Entry]]:
        """Every entry in `folder`, at any depth, in no order."""
        for path, entry in self._entries.items():
            if paths.is_under(path, folder):
                yield path, entry

    def _count(self, path: RepoPath, entry: Entry, by: int) -> None:
        child = path
        for folder in paths.ancestors(path):
            if entry.version is None:
                _bump(self._deleted, folder, by)
            else:
                names = self._live.setdefault(folder, {})
                _bump(names, paths.name(child), by)
                if not names:
                    del self._live[folder]
            child = folder


def _bump(counts: dict[Any, int], key: bytes, by: int) -> None:
    left = counts.get(key, 0) + by
    if left:
        counts[key] = left
    else:
        counts.pop(key, None)
