"""Inodes of one view: which number stands for which version of which path.

Invariants:
- A number is never used again within a mount.
- The content behind a number changes only by this view's own writes.  When anything else
  changes what a path shows, the path gets a new number (`supersede`), and who holds the
  old one keeps what it had.
- A node stays as long as the kernel knows it (`lookups`) or a handle has it open.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from agentfs.model import paths
from agentfs.model.ids import ROOT, RepoPath
from agentfs.model.versions import Version


class Kind(enum.Enum):
    FOLDER = "folder"
    TRACKED = "tracked"
    PRIVATE = "private"
    CONTROL = "control"
    """In the control folder, or that folder: made up by the view."""


class Place(enum.Enum):
    """How a node stands to its path."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """The path shows another node now: the trunk moved."""
    REMOVED = "removed"
    """This view deleted or replaced it; what is written to it is nobody's."""


class WorkingFile(Protocol):
    """A working copy, as `backing/working.py` keeps it."""

    @property
    def fd(self) -> int: ...
    @property
    def file(self) -> Path: ...
    def size(self) -> int: ...
    def read(self, offset: int, size: int) -> bytes: ...
    def write(self, offset: int, data: bytes) -> int: ...
    def truncate(self, size: int) -> None: ...
    def content(self) -> bytes: ...
    def give_away(self, target: Path) -> None: ...
    def abandon(self) -> None: ...
    def close(self) -> None: ...


@dataclass(slots=True, eq=False)
class Node:
    """One inode.  `version` is what it holds if no working copy does; None: never saved."""

    ino: int
    path: RepoPath
    kind: Kind
    version: Version | None = None
    mtime_ns: int = 0
    place: Place = Place.CURRENT
    lookups: int = 0
    handles: int = 0
    writers: int = 0
    working: WorkingFile | None = None
    unsaved: bool = False
    """The working copy holds something that is not yet a save."""
    permissions: int | None = None
    """Permission bits that chmod set and git does not keep."""
    measured: tuple[Version, int] | None = None
    """A version that it held, and how many bytes that has."""
    content: bytes | None = field(default=None, repr=False)
    """The version's bytes, while a handle reads them."""


class Inodes:
    """The table of nodes, by number and, for current ones, by path."""

    def __init__(self, root_ino: int, now_ns: int, first: int = 0) -> None:
        """`first`: the least number to give; other than that of a mount that died here, so
        that a descriptor of that one is not taken for one of ours."""
        root = Node(root_ino, ROOT, Kind.FOLDER, mtime_ns=now_ns, lookups=1)
        self._nodes: dict[int, Node] = {root_ino: root}
        self._current: dict[RepoPath, Node] = {ROOT: root}
        self._absent: set[RepoPath] = set()
        self.written: set[Node] = set()
        """Nodes that have a working copy."""
        self._next = max(root_ino + 1, first)

    def __len__(self) -> int:
        return len(self._nodes)

    def get(self, ino: int) -> Node | None:
        return self._nodes.get(ino)

    def at(self, path: RepoPath) -> Node | None:
        """The node that `path` shows, if anyone has asked for it yet."""
        return self._current.get(path)

    def add(self, path: RepoPath, kind: Kind, version: Version | None, mtime_ns: int) -> Node:
        node = Node(self._next, path, kind, version, mtime_ns)
        self._next += 1
        self._nodes[node.ino] = node
        self._current[path] = node
        self._absent.discard(path)
        return node

    def looked_up(self, node: Node) -> None:
        """The kernel was told of `node` once more."""
        node.lookups += 1

    def forget(self, ino: int, lookups: int) -> None:
        node = self._nodes.get(ino)
        if node is not None:
            node.lookups = max(0, node.lookups - lookups)
            self.drop_if_unused(node)

    def drop_if_unused(self, node: Node) -> None:
        busy = node.lookups or node.handles or node.working is not None
        if not busy and node.path != ROOT:
            self._nodes.pop(node.ino, None)
            if self._current.get(node.path) is node:
                del self._current[node.path]

    def told_absent(self, path: RepoPath) -> None:
        """The kernel was told, and may remember, that nothing is at `path`."""
        if len(self._absent) >= 65536:  # a wrong invalidation costs less than the memory
            self._absent.pop()
        self._absent.add(path)

    def is_told_absent(self, path: RepoPath) -> bool:
        """Whether the kernel may hold `path` for absent."""
        return path in self._absent

    def forget_absent(self, path: RepoPath) -> None:
        self._absent.discard(path)

    def retire(self, node: Node, place: Place) -> None:
        """`node` is no longer what its path shows."""
        if self._current.get(node.path) is node:
            del self._current[node.path]
        node.place = place
        self.drop_if_unused(node)

    def move(self, old: RepoPath, new: RepoPath) -> None:
        """The kernel moved the entry `old`, and all below it, to `new`."""
        target = self._current.get(new)
        if target is not None and old != new:
            self.retire(target, Place.REMOVED)
        moved = self._current.get(old)
        if moved is not None and moved.kind is not Kind.FOLDER:
            self._absent.discard(new)
            self._relocate(moved, new)
            return
        for node in list(self.below(old)):
            self._relocate(node, paths.rebase(node.path, old, new))
        self._absent = {p for p in self._absent if p != new and not paths.is_under(p, new)}

    def _relocate(self, node: Node, path: RepoPath) -> None:
        del self._current[node.path]
        node.path = path
        self._current[path] = node

    def newcomers(self, folder: RepoPath) -> Iterator[Node]:
        """Files in `folder` that were made and never saved: only their nodes show them."""
        for node in self.written:
            fresh = node.kind is Kind.TRACKED and node.version is None
            if fresh and node.place is Place.CURRENT and paths.parent(node.path) == folder:
                yield node

    def is_written_under(self, folder: RepoPath) -> bool:
        return any(paths.is_under(node.path, folder) for node in self.written)

    def below(self, folder: RepoPath) -> Iterator[Node]:
        """Current nodes in `folder`, at any depth, and of `folder` itself."""
        for path, node in list(self._current.items()):
            if path == folder or paths.is_under(path, folder):
                yield node

    def all(self) -> Iterator[Node]:
        yield from list(self._nodes.values())
