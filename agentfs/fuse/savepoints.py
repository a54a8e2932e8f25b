"""When a write becomes a save.

A writer works on the inode's working copy.  The copy is saved when its writer has
finished: at the close of a handle that changed it, at fsync, at the end of a truncate by
path.  A handle has not finished while its process, or a child that inherited it, still
has the file open for writing: a shell's ``>`` closes the emptied file once before it
writes, and a child's exit closes what its parent goes on writing.  `release`, which comes
when nobody has the handle any more, saves what no close could.
"""

from __future__ import annotations

import errno
import logging
import os

import pyfuse3

from agentfs.backing import processes
from agentfs.backing.working import Note
from agentfs.fuse.context import Context, Handle, save_mode
from agentfs.model import paths
from agentfs.model.changes import SaveKind
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.admit import WorkingSave, version_of
from agentfs.pipeline.early import SaveRefused
from agentfs.views.inodes import Kind, Node, Place
from agentfs.views.state import Stale

log = logging.getLogger(__name__)

_NEEDS_CONTENT = os.O_WRONLY | os.O_RDWR


class Savepoints:
    """Opening, writing, closing of tracked files.  All but what awaits is atomic."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def open(self, node: Node, flags: int, thread: int) -> Handle:
        """Raises FUSEError(ESTALE) for writing to an inode whose path shows another by now:
        the kernel then looks the path up again and asks once more."""
        process = processes.thread_group(thread)
        writes = bool(flags & _NEEDS_CONTENT)
        if writes and node.place is Place.SUPERSEDED:
            raise pyfuse3.FUSEError(errno.ESTALE)
        handle = self._handle(node, process, flags)
        if writes:
            self._begin(handle, flags)
        if handle.readable and not flags & os.O_TRUNC:
            self._expose(process, node)
        return handle

    def create(self, node: Node, flags: int, thread: int) -> Handle:
        """`node` is new: no version, no content.  That it exists at all is to be saved."""
        handle = self._handle(node, processes.thread_group(thread), flags | os.O_RDWR)
        self._begin(handle, flags)
        self._touch(handle)
        return handle

    def read(self, handle: Handle, offset: int, size: int) -> bytes:
        node = handle.node
        if node.working is not None:
            return node.working.read(offset, size)
        if node.content is None:
            node.content = self._content(node.version)
        return node.content[offset : offset + size]

    def write(self, handle: Handle, offset: int, data: bytes) -> int:
        assert handle.node.working is not None
        self._touch(handle)
        return handle.node.working.write(offset, data)

    def truncate(self, handle: Handle, size: int) -> None:
        assert handle.node.working is not None
        self._touch(handle)
        handle.node.working.truncate(size)

    async def check_open(self, path: RepoPath, flags: int, node: Node | None = None) -> None:
        """Before a tracked file is opened with `flags`, or made at `path`.  Raises
        SaveRefused."""
        if flags & _NEEDS_CONTENT:
            version = node.version if node is not None else None
            await self._context.door.check_open(path, version)

    async def truncate_path(self, node: Node, size: int, thread: int) -> None:
        """truncate(2): it is a whole write by itself."""
        await self.check_open(node.path, os.O_WRONLY, node)
        handle = self.open(node, os.O_WRONLY | (os.O_TRUNC if size == 0 else 0), thread)
        try:
            self.truncate(handle, size)
            await self.sync(handle)
        finally:
            self._end(handle)

    async def flush(self, handle: Handle) -> None:
        """A descriptor of `handle` is being closed.  Saves if the writer has finished."""
        if not handle.touched or self._unfinished_elsewhere(handle):
            return
        await self.sync(handle)

    async def release(self, handle: Handle) -> None:
        """Nobody has `handle` any more.  Nobody hears of an error either, so one that the
        save meets leaves the working copy as it is: shown, noted as unsaved."""
        try:
            if handle.touched and not self._others_touched(handle):
                await self.sync(handle)
        except (AgentfsError, OSError) as error:
            log.warning("not saved: %r: %s", handle.node.path, error)
        finally:
            self._end(handle)

    async def sync(self, handle: Handle) -> None:
        """Save the working copy as it is now.  Raises AgentfsError."""
        async with self._context.lane:
            node = handle.node
            if not node.unsaved or node.place is Place.REMOVED or node.kind is not Kind.TRACKED:
                return
            assert node.working is not None
            content = node.working.content()
            # From now on it is the inode's own: the copy's is not asked once all is saved.
            node.mtime_ns = os.fstat(node.working.fd).st_mtime_ns
            if version_of(content, save_mode(node)) == node.version:
                self._untouch(node)
                return
            await self._record(node, handle.base, content)

    async def _record(self, node: Node, base: Version | None, content: bytes) -> None:
        """In the lane.  What is written while the coordinator works is touched anew."""
        writers = [each for each in self._context.handles_of(node) if each.touched]
        self._untouch(node, keep_unsaved=True)
        mode, path = save_mode(node), node.path
        kind = SaveKind.CREATE if node.version is None else SaveKind.WRITE
        save = WorkingSave(kind, path, base, content, mode, made_from=self.deleted(path))
        refusal = None
        try:
            await self._context.door.record([save], writing=self._context.touched(), hold=True)
        except SaveRefused as error:
            # One that is held is a save of this view all the same; its writer is told.
            refusal = error
        except BaseException:
            for each in writers:
                each.touched = True
            raise
        if refusal is not None and not refusal.held:
            self._put_back(node)
            raise refusal
        version = version_of(content, mode)
        node.version = version
        if node.working is not None:
            self._context.working.renamed(node.working.file, self._note(node))
        node.unsaved = any(each.touched for each in self._context.handles_of(node))
        for each in self._context.handles_of(node):
            each.base = version
            self._context.exposures.saw(each.process, path, version, processes.since_boot_ns())
        if refusal is not None:
            raise refusal

    def _put_back(self, node: Node) -> None:
        """The accepted version in the place of what was refused; a file that has none goes.
        Its writers' handles stay, and what they write from now on is another attempt."""
        assert node.working is not None
        node.working.truncate(0)
        if node.version is not None:
            node.working.write(0, self._content(node.version))
        self._untouch(node)
        self._context.tell(Stale(contents=(node.ino,)))
        if node.version is None:
            self._context.state.inodes.retire(node, Place.REMOVED)
            folder = self._context.state.inodes.at(paths.parent(node.path))
            if folder is not None:
                self._context.tell(Stale(entries=((folder.ino, paths.name(node.path)),)))

    def deleted(self, path: RepoPath) -> Version | None:
        """What the trunk had at a path that this view has deleted and not published so."""
        entry = self._context.state.namespace.overlay.get(path)
        return entry.base if entry is not None and entry.version is None else None

    def _handle(self, node: Node, process: int, flags: int) -> Handle:
        context = self._context
        access = flags & os.O_ACCMODE
        return Handle(
            next(context.numbers),
            node,
            process,
            readable=access != os.O_WRONLY,
            writable=access != os.O_RDONLY,
        )

    def _begin(self, handle: Handle, flags: int) -> None:
        """The inode gets its working copy, or shares the one it has."""
        node, context = handle.node, self._context
        truncates = bool(flags & os.O_TRUNC)
        appends = bool(flags & os.O_APPEND) and not truncates
        shown = node.version
        handle.base = shown if appends else context.base_for(handle.process, node.path, shown)
        if node.working is None:
            content = b"" if truncates else self._content(shown)
            node.working = context.working.create(self._note(node), content)
            context.state.inodes.written.add(node)
        elif truncates:
            node.working.truncate(0)
        self._enter(handle)
        if truncates:
            self._touch(handle)

    def _enter(self, handle: Handle) -> None:
        began = not self._context.writing()
        handle.node.writers += 1
        handle.node.content = None
        self._register(handle)
        if began:
            self._context.door.activity(True)

    def _register(self, handle: Handle) -> None:
        if handle.number not in self._context.handles:
            self._context.handles[handle.number] = handle
            handle.node.handles += 1

    def register(self, handle: Handle) -> Handle:
        """The kernel will hear of `handle`."""
        self._register(handle)
        return handle

    def _end(self, handle: Handle) -> None:
        node, context = handle.node, self._context
        if context.handles.pop(handle.number, None) is not None:
            node.handles -= 1
        if handle.writable:
            node.writers -= 1
            if not context.writing():
                context.door.activity(False)
        self.settle(node)

    def settle(self, node: Node) -> None:
        """Give up the working copy once nobody writes it and nothing of it is unsaved."""
        if node.place is Place.REMOVED and node.working is not None:
            node.working.abandon()
        idle = not node.writers and not (node.unsaved and node.place is not Place.REMOVED)
        if idle and node.working is not None and not self._read_from_working(node):
            node.working.close()
            node.working = None
            self._context.state.inodes.written.discard(node)
            if node.place is Place.CURRENT and node.kind is Kind.TRACKED:
                self._context.refresh(node.path)
        if not node.handles:
            node.content = None
        self._context.state.inodes.drop_if_unused(node)

    def _read_from_working(self, node: Node) -> bool:
        """A removed or private file has no other copy: its readers need this one."""
        return bool(node.handles) and (node.place is Place.REMOVED or node.kind is not Kind.TRACKED)

    def _expose(self, process: int, node: Node) -> None:
        if node.version is None:  # not yet saved: who reads it has nothing to build on
            return
        self._context.exposures.saw(process, node.path, node.version, processes.since_boot_ns())

    def _touch(self, handle: Handle) -> None:
        handle.touched = True
        handle.node.unsaved = True

    def _untouch(self, node: Node, *, keep_unsaved: bool = False) -> None:
        for each in self._context.handles_of(node):
            each.touched = False
        node.unsaved = keep_unsaved

    def _unfinished_elsewhere(self, handle: Handle) -> bool:
        return self._others_touched(handle) or processes.still_writing(
            handle.process, self._context.mount, handle.node.ino
        )

    def _others_touched(self, handle: Handle) -> bool:
        others = self._context.handles_of(handle.node)
        return any(each.touched for each in others if each is not handle)

    def _content(self, version: Version | None) -> bytes:
        return b"" if version is None else self._context.contents.read(version)

    def _note(self, node: Node) -> Note:
        return Note(node.path, node.version, save_mode(node) is Mode.EXECUTABLE)
