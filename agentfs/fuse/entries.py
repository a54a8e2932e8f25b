"""Making and removing entries of folders, and what setattr changes of them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable

import pyfuse3

from agentfs.backing import processes
from agentfs.fuse.context import Context, Handle, save_mode
from agentfs.fuse.savepoints import Savepoints
from agentfs.model import paths
from agentfs.model.changes import SaveKind
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.admit import WorkingSave, version_of
from agentfs.views.inodes import Kind, Node, Place


class Entries:
    """Changes of one entry.  On a tracked path each is recorded before anything moves."""

    def __init__(self, context: Context, savepoints: Savepoints) -> None:
        self._context = context
        self._savepoints = savepoints

    def create(self, path: RepoPath, mode: int, flags: int, thread: int) -> Handle:
        """A new file, opened.  Raises FUSEError(EEXIST)."""
        context = self._context
        self._must_be_free(path)
        if not context.is_tracked(path):
            fd = context.private.create(path, _native(flags), mode)
            node = context.state.inodes.add(path, Kind.PRIVATE, None, 0)
            return self._savepoints.register(
                Handle(next(context.numbers), node, writable=True, fd=fd)
            )
        node = context.state.inodes.add(path, Kind.TRACKED, None, 0)
        node.permissions = stat.S_IMODE(mode)
        try:
            return self._savepoints.create(node, flags, thread)
        except OSError:
            context.state.inodes.retire(node, Place.REMOVED)
            raise

    def open_private(self, node: Node, flags: int) -> Handle:
        native, follow = self._context.native(node)
        fd = os.open(native, _native(flags) | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW))
        writable = flags & os.O_ACCMODE != os.O_RDONLY
        return self._savepoints.register(
            Handle(next(self._context.numbers), node, writable=writable, fd=fd)
        )

    async def make_node(self, path: RepoPath, mode: int, device: int, thread: int) -> Node:
        """mknod: a file anywhere; a pipe or socket only where git does not look."""
        context = self._context
        if stat.S_ISREG(mode):
            if context.is_tracked(path):
                await self._savepoints.check_open(path, os.O_RDWR)
            handle = self.create(path, mode, os.O_WRONLY, thread)
            await self.finish(handle)
            return handle.node
        self._must_be_free(path)
        if context.is_tracked(path):
            raise pyfuse3.FUSEError(errno.EPERM)
        context.private.make_node(path, mode, device)
        return context.state.inodes.add(path, Kind.PRIVATE, None, 0)

    async def finish(self, handle: Handle) -> None:
        """Close a handle that the kernel never saw."""
        if handle.fd is not None:
            self.close_private(handle)
        else:
            await self._savepoints.release(handle)

    def close_private(self, handle: Handle) -> None:
        assert handle.fd is not None
        os.close(handle.fd)
        if self._context.handles.pop(handle.number, None) is not None:
            handle.node.handles -= 1
        self._savepoints.settle(handle.node)

    def make_folder(self, path: RepoPath, mode: int) -> Node:
        self._must_be_free(path)
        self._context.private.make_folder(path, stat.S_IMODE(mode) | 0o700)
        return self._context.state.inodes.add(path, Kind.FOLDER, None, self._context.now())

    async def symlink(self, where: Callable[[], RepoPath], target: bytes) -> Node:
        """`where` tells the path once it is our turn: its folder may move."""
        context = self._context
        path = where()
        self._must_be_free(path)
        if not context.is_tracked(path):
            context.private.symlink(path, target)
            return context.state.inodes.add(path, Kind.PRIVATE, None, 0)
        async with context.lane:
            path = where()
            save = WorkingSave(SaveKind.SYMLINK, path, None, target, Mode.SYMLINK)
            await context.door.record([save], writing=context.touched())
        version = version_of(target, Mode.SYMLINK)
        node = context.state.find(path)
        return node or context.state.inodes.add(path, Kind.TRACKED, version, context.now())

    async def unlink(self, where: Callable[[], RepoPath], thread: int) -> None:
        """`where` tells the path once it is our turn: its folder may move."""
        context = self._context
        async with context.lane:
            path = where()
            node = self._existing(path)
            if node.kind is Kind.FOLDER:
                raise pyfuse3.FUSEError(errno.EISDIR)
            if node.kind is Kind.PRIVATE:
                context.private.remove(path)
            else:
                await self._delete(node, thread)
            context.state.inodes.retire(node, Place.REMOVED)
            self._savepoints.settle(node)
            context.touch_folder(paths.parent(path))
            # What the name stood over may show now: a private file, a folder.
            context.refresh(path)

    async def _delete(self, node: Node, thread: int) -> None:
        """In the lane.  A file that was never saved goes without an event."""
        context = self._context
        if node.version is None:
            return
        process = processes.thread_group(thread)
        base = context.base_for(process, node.path, node.version)
        save = WorkingSave(SaveKind.DELETE, node.path, base)
        with context.steady(node), context.folder_kept(paths.parent(node.path)):
            await context.door.record([save], writing=context.touched())
        context.exposures.forget(node.path)

    def remove_folder(self, path: RepoPath) -> None:
        context = self._context
        node = self._existing(path)
        if node.kind is not Kind.FOLDER:
            raise pyfuse3.FUSEError(errno.ENOTDIR)
        if context.names(path):
            raise pyfuse3.FUSEError(errno.ENOTEMPTY)
        with context.folder_kept(paths.parent(path)):
            context.private.remove_folder(path)
        context.state.inodes.retire(node, Place.REMOVED)
        context.touch_folder(paths.parent(path))

    async def chmod(self, node: Node, permissions: int) -> None:
        """Git knows only whether a file is executable; the rest stays with the inode."""
        context = self._context
        if node.kind is Kind.PRIVATE or (
            node.kind is Kind.FOLDER and context.private.is_folder(node.path)
        ):
            os.chmod(context.native(node)[0], permissions)
            return
        before = save_mode(node)
        old, node.permissions = node.permissions, permissions
        if node.kind is Kind.FOLDER or node.version is None or save_mode(node) is before:
            return
        try:
            await self._save_mode(node)
        except BaseException:
            node.permissions = old
            raise

    async def _save_mode(self, node: Node) -> None:
        context = self._context
        async with context.lane:
            base = node.version
            if base is None or node.unsaved or node.place is not Place.CURRENT:
                return  # the save of its content takes the mode along
            version = Version(base.blob, save_mode(node))
            save = WorkingSave(SaveKind.MODE, node.path, base, version=version)
            with context.steady(node):
                await context.door.record([save], writing=context.touched())
                node.version = version
            self._savepoints.settle(node)
            context.refresh(node.path)

    def _existing(self, path: RepoPath) -> Node:
        node = self._context.state.find(path)
        if node is None:
            raise pyfuse3.FUSEError(errno.ENOENT)
        return node

    def _must_be_free(self, path: RepoPath) -> None:
        if self._context.state.find(path) is not None:
            raise pyfuse3.FUSEError(errno.EEXIST)


def _native(flags: int) -> int:
    """Flags for the native open.  The kernel gives every write its offset, which a native
    O_APPEND would override; it also needs to read where the program only writes."""
    kept = flags & ~(os.O_APPEND | os.O_NOFOLLOW | os.O_EXCL | os.O_CREAT | os.O_DIRECT)
    return kept & ~os.O_NONBLOCK
