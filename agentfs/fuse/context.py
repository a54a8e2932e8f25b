"""What the handlers of one view share: its state, its files, its open handles.

The `lane` lets one change of tracked paths at a time to the coordinator, in the order in
which the kernel asked.  Lookups, reads and writes never take it.
"""

from __future__ import annotations

import errno
import itertools
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

import trio

from agentfs.backing import processes
from agentfs.backing.private import PrivateFiles
from agentfs.backing.working import WorkingFiles
from agentfs.model import paths
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.admit import WorkingSave
from agentfs.views.exposure import Exposures
from agentfs.views.ignore import IgnoreRules
from agentfs.views.inodes import Kind, Node, Place
from agentfs.views.state import Stale, ViewState


class Contents(Protocol):
    """Bytes of versions, from the log or from git."""

    def read(self, version: Version) -> bytes: ...
    def size(self, version: Version) -> int: ...


class SaveDoor(Protocol):
    """The way to the coordinator."""

    async def record(
        self,
        saves: Sequence[WorkingSave],
        *,
        writing: bool,
        hold: bool = False,
        quiet: bool = False,
    ) -> None:
        """Admit and record all of `saves`, or none; when it returns they are durable and
        the view's state has followed the log to them.

        Raises SaveRefused if they touch what another agent holds.  With `hold` they may be
        saves all the same, held back: the error says so; with `quiet` it is not raised then.
        """

    async def check_open(self, path: RepoPath, version: Version | None) -> None:
        """Raises SaveRefused if another agent holds the whole of `path`, which shows
        `version`."""

    def activity(self, writing: bool) -> None:
        """The view began or ended writing tracked paths.  Does not wait."""


@dataclass(slots=True, eq=False)
class Handle:
    """An open file.  `touched`: it changed the working copy since the last save."""

    number: int
    node: Node
    process: int = 0
    readable: bool = True
    writable: bool = False
    base: Version | None = None
    touched: bool = False
    fd: int | None = None
    """The native descriptor of a private file."""


@dataclass(slots=True, eq=False)
class Listing:
    """An open folder: its entries as they were when reading began."""

    node: Node
    names: list[tuple[bytes, Node]] | None = None


@dataclass(eq=False)
class Context:
    """One view's parts.  `mount` is the mount point; `tell` passes on what the kernel must
    drop, and returns at once."""

    mount: bytes
    state: ViewState
    private: PrivateFiles
    working: WorkingFiles
    contents: Contents
    ignore: IgnoreRules
    door: SaveDoor
    tell: TellStale
    exposures: Exposures = field(default_factory=Exposures)
    lane: trio.Lock = field(default_factory=trio.Lock)
    handles: dict[int, Handle] = field(default_factory=dict)
    listings: dict[int, Listing] = field(default_factory=dict)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def is_tracked(self, path: RepoPath) -> bool:
        """Whether a save at `path` goes to the trunk: git tracks what is not ignored, and
        goes on tracking what it once had.  What lies in a submodule is another repository's."""
        namespace = self.state.namespace
        if namespace.tracked(path) is not None:
            return True
        return not (self.ignore.is_ignored(path, False) or namespace.in_submodule(path))

    def handles_of(self, node: Node) -> Iterator[Handle]:
        return (handle for handle in self.handles.values() if handle.node is node)

    def native(self, node: Node) -> tuple[bytes, bool]:
        """Where the private `node` is, and whether to follow the last link there: one that was
        removed is reached through a handle.  Raises FileNotFoundError."""
        if node.place is not Place.REMOVED:
            return self.private.native(node.path), False
        fds = [handle.fd for handle in self.handles_of(node) if handle.fd is not None]
        if node.working is not None:
            fds.append(node.working.fd)
        if not fds:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), node.path)
        return b"/proc/self/fd/%d" % fds[0], True

    def writing(self) -> bool:
        """Whether a tracked path is open for writing."""
        return any(h.writable and h.fd is None for h in self.handles.values())

    def open_paths(self) -> set[RepoPath]:
        """The tracked files that are open."""
        return {h.node.path for h in self.handles.values() if h.node.kind is Kind.TRACKED}

    def touched(self) -> bool:
        """Whether a writer of a tracked path is in the middle of its work."""
        return any(h.touched for h in self.handles.values())

    @contextmanager
    def steady(self, *nodes: Node | None) -> Iterator[None]:
        """While the coordinator works on our own save these inodes stay at their paths."""
        kept = [node for node in nodes if node is not None]
        for node in kept:
            node.writers += 1
        try:
            yield
        finally:
            for node in kept:
                node.writers -= 1

    @contextmanager
    def folder_kept(self, folder: RepoPath) -> Iterator[None]:
        """The folder stays, though the last file that git knows in it may go."""
        made = not self.private.is_folder(folder)
        self.private.ensure_folder(folder)
        try:
            yield
        finally:
            if made and self.state.namespace.is_tracked_folder(folder):
                self.private.forget_folder(folder)

    def touch_folder(self, folder: RepoPath) -> None:
        """Its entries changed.  The kernel, which asked for it, knows already."""
        node = self.state.inodes.at(folder)
        if node is not None:
            node.mtime_ns = self.now()

    def names(self, folder: RepoPath) -> dict[bytes, Node]:
        """What a reader of `folder` sees, each with its node."""
        state = self.state
        found = {
            name: state.make(paths.join(folder, name), shown)
            for name, shown in state.namespace.names(folder).items()
        }
        for node in state.inodes.newcomers(folder):
            found[paths.name(node.path)] = node
        return found

    def size(self, node: Node, version: Version) -> int:
        """Bytes of the node's version.  Remembered: to find it out may be to open a file."""
        if node.measured is None or node.measured[0] != version:
            node.measured = (version, self.contents.size(version))
        return node.measured[1]

    def now(self) -> int:
        return time.time_ns()

    def refresh(self, *touched: RepoPath) -> None:
        """Show what the layers say now at these paths."""
        stale = self.state.refresh(touched, touched)
        # What its own calls did to folders the kernel knows.
        self.tell(Stale(stale.entries))

    def base_for(self, process: int, path: RepoPath, shown: Version | None) -> Version | None:
        """The version that a save by `process` is made from: what it opened last, if it was
        running then, else what the view shows."""
        reading = self.exposures.last(process, path)
        if reading is not None and reading.at_ns >= processes.started_ns(process):
            return reading.version
        return shown


class TellStale(Protocol):
    def __call__(self, stale: Stale) -> None: ...


def save_mode(node: Node) -> Mode:
    """The git mode in which `node` is saved."""
    if node.permissions is not None:
        return Mode.EXECUTABLE if node.permissions & 0o100 else Mode.FILE
    return node.version.mode if node.version is not None else Mode.FILE
