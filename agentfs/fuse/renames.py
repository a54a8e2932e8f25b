"""rename(2): the way most editors and agents save.

What a rename records depends on what git tracks at both ends:

| from | to | recorded | moved natively |
|---|---|---|---|
| tracked | tracked | deletion of the old path, save of the new one | nothing |
| private | tracked | save of the new path | the private file becomes a working copy |
| tracked | private | deletion of the old path | its content becomes a private file |
| private | private | nothing | the private file |

A folder is all its tracked files in one record, and its native part.  All is recorded
before anything moves, so a refusal leaves everything as it was.  A folder with private files
that would be none under their new names is not moved as one: EXDEV.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pyfuse3

from agentfs.backing import processes
from agentfs.backing.working import Note
from agentfs.fuse.context import Context, save_mode
from agentfs.fuse.savepoints import Savepoints
from agentfs.model import paths
from agentfs.model.changes import SaveKind
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.admit import WorkingSave, version_of
from agentfs.views.inodes import Kind, Node


class Renames:
    """Renames of files and folders."""

    def __init__(self, context: Context, savepoints: Savepoints) -> None:
        self._context = context
        self._savepoints = savepoints

    async def rename(
        self, source: Callable[[], RepoPath], aim: Callable[[], RepoPath], flags: int, thread: int
    ) -> None:
        """`source` and `aim` tell the paths once it is our turn: their folders may move."""
        if flags & ~pyfuse3.RENAME_NOREPLACE:
            raise pyfuse3.FUSEError(errno.EINVAL)
        async with self._context.lane:
            old, new = source(), aim()
            node = self._context.state.find(old)
            target = self._context.state.find(new)
            if node is None:
                raise pyfuse3.FUSEError(errno.ENOENT)
            if target is node:
                return
            self._check(node, target, new, flags)
            process = processes.thread_group(thread)
            match node.kind:
                case Kind.FOLDER:
                    await self._folder(node, new)
                case Kind.TRACKED:
                    await self._tracked(node, new, target, process)
                case Kind.PRIVATE:
                    await self._private(node, new, target, process)
            for path in (old, new):
                self._context.touch_folder(paths.parent(path))
            # The name may have stood over something that shows now.
            self._context.refresh(old, new)

    def _check(self, node: Node, target: Node | None, new: RepoPath, flags: int) -> None:
        if target is None:
            return
        if flags & pyfuse3.RENAME_NOREPLACE:
            raise pyfuse3.FUSEError(errno.EEXIST)
        if node.kind is Kind.FOLDER:
            if target.kind is not Kind.FOLDER:
                raise pyfuse3.FUSEError(errno.ENOTDIR)
            if self._context.names(new):
                raise pyfuse3.FUSEError(errno.ENOTEMPTY)
        elif target.kind is Kind.FOLDER:
            raise pyfuse3.FUSEError(errno.EISDIR)

    async def _tracked(self, node: Node, new: RepoPath, target: Node | None, process: int) -> None:
        if self._context.is_tracked(new):
            await self._to_tracked(node, new, target, process)
        else:
            await self._to_private(node, new, process)

    async def _to_tracked(
        self, node: Node, new: RepoPath, target: Node | None, process: int
    ) -> None:
        context, old = self._context, node.path
        saves = [*self._deletion(old), self._arrival(node, new, target, process)]
        before, content = node.unsaved, self._content(node)
        await self._record(node, target, saves)
        if target is not None and target.kind is Kind.PRIVATE:
            context.private.remove(new)
        self._move(node, old, new)
        self._saved(node, content, before, process)
        context.exposures.forget(old)

    def _arrival(self, node: Node, new: RepoPath, target: Node | None, process: int) -> WorkingSave:
        """The save of the new path.  Over a file it is a save of that file; at a new path
        it is the file under another name."""
        context = self._context
        content = self._content(node)
        shown = target.version if target is not None else None
        base = context.base_for(process, new, shown)
        kind, origin = SaveKind.WRITE, None
        if base is None:
            kind, (base, origin) = SaveKind.RENAME, self._source(node.path)
        made_from = self._savepoints.deleted(new) if base is None else None
        if content is None:
            return WorkingSave(
                kind, new, base, version=node.version, origin=origin, made_from=made_from
            )
        mode = save_mode(node)
        return WorkingSave(kind, new, base, content, mode, origin=origin, made_from=made_from)

    def _source(self, old: RepoPath) -> tuple[Version | None, RepoPath | None]:
        """What a renamed file was made from, and where the trunk has it."""
        namespace = self._context.state.namespace
        entry = namespace.overlay.get(old)
        if entry is not None and entry.origin is not None:
            return entry.base, entry.origin
        trunk = namespace.trunk_version(old)
        if trunk is None or (entry is not None and entry.base is None):
            return None, None
        return (entry.base if entry is not None else trunk), old

    async def _to_private(self, node: Node, new: RepoPath, process: int) -> None:
        """Such as an editor's backup.  The content goes to the private file first, under a
        name of its own, so that a full disk is met while nothing has moved."""
        context, old = self._context, node.path
        content = self._content(node)
        if content is None:
            assert node.version is not None
            content = context.contents.read(node.version)
        mode = save_mode(node)
        fresh = RepoPath(new + b".agentfs-moving")
        context.private.write(fresh, content, _permissions(node, mode))
        shown = context.state.namespace.tracked(old)
        try:
            if shown is not None:
                # An editor that keeps a backup writes the file anew, from what it had read.
                base = context.base_for(process, old, shown.version)
                backup = context.ignore.is_temporary(new) and not node.unsaved
                await self._record(
                    node, None, [WorkingSave(SaveKind.DELETE, old, base)], quiet=backup
                )
        except BaseException:
            context.private.remove(fresh)
            raise
        self._place_private(node, fresh, new, mode)
        context.exposures.forget(old)
        node.kind, node.version, node.unsaved = Kind.PRIVATE, None, False
        self._move(node, old, new)
        self._lend_descriptors(node)

    def _lend_descriptors(self, node: Node) -> None:
        """Who reads the file goes on reading the private one."""
        if node.working is None:
            for handle in self._context.handles_of(node):
                handle.fd = self._context.private.open(node.path, os.O_RDONLY)

    def _place_private(self, node: Node, fresh: RepoPath, new: RepoPath, mode: Mode) -> None:
        """`fresh` becomes `new`; if handles have the working copy open, that does."""
        context = self._context
        if mode is Mode.SYMLINK:
            target = context.private.read(fresh)[0]
            context.private.remove(fresh)
            context.private.symlink(fresh, target)
        if node.working is not None and node.handles:
            context.private.remove(fresh)
            node.working.give_away(Path(os.fsdecode(context.private.native(new))))
        else:
            context.private.rename(fresh, new)

    async def _private(self, node: Node, new: RepoPath, target: Node | None, process: int) -> None:
        context, old = self._context, node.path
        if not context.is_tracked(new) or not _is_git_kind(context.private.stat(old).st_mode):
            if target is not None and target.kind is Kind.TRACKED:
                raise pyfuse3.FUSEError(errno.EPERM)
            context.private.rename(old, new)
            self._move(node, old, new)
            return
        await self._private_to_tracked(node, new, target, process)

    async def _private_to_tracked(
        self, node: Node, new: RepoPath, target: Node | None, process: int
    ) -> None:
        context, old = self._context, node.path
        content, bits = context.private.read(old)
        mode = _git_mode(bits)
        shown = target.version if target is not None else None
        base = context.base_for(process, new, shown)
        kind = SaveKind.WRITE if base is not None else SaveKind.CREATE
        made_from = self._savepoints.deleted(new) if base is None else None
        save = WorkingSave(kind, new, base, content, mode, made_from=made_from)
        await self._record(node, target, [save])
        if target is not None and target.kind is Kind.PRIVATE:
            context.private.remove(new)
        node.mtime_ns = context.private.stat(old).st_mtime_ns
        note = Note(new, version_of(content, mode), mode is Mode.EXECUTABLE)
        if mode is Mode.SYMLINK or not node.handles:
            context.private.remove(old)
        else:
            if node.working is not None:  # it was a tracked file's, and given away
                node.working.close()
            node.working = context.working.adopt(
                note, Path(os.fsdecode(context.private.native(old)))
            )
            context.state.inodes.written.add(node)
        self._move(node, old, new)
        node.kind = Kind.TRACKED
        self._adopt_handles(node, process)
        self._saved(node, content, True, process, mode)

    def _adopt_handles(self, node: Node, process: int) -> None:
        """Who has the private file open has the tracked one open now."""
        for handle in self._context.handles_of(node):
            if handle.fd is not None:
                os.close(handle.fd)
                handle.fd = None
                handle.process = process
                node.writers += handle.writable

    async def _folder(self, node: Node, new: RepoPath) -> None:
        context, old = self._context, node.path
        if any(entry.working for entry in context.state.inodes.below(old) if entry.unsaved):
            raise pyfuse3.FUSEError(errno.EBUSY)
        if self._uncovers(old, new):
            # Who moves things then copies them, and each copy is a save.
            raise pyfuse3.FUSEError(errno.EXDEV)
        saves = list(self._folder_saves(old, new))
        if saves:
            await self._record(node, None, saves)
        if context.private.is_folder(old):
            if context.private.is_folder(new):
                context.private.remove_folder(new)
            context.private.rename(old, new)
        self._move(node, old, new)
        for folder in (old, new):
            context.ignore.forget(folder)

    def _uncovers(self, old: RepoPath, new: RepoPath) -> bool:
        """Whether private files in the folder `old` would stand in `new` where git looks."""
        context = self._context
        namespace, rules = context.state.namespace, context.ignore.moved(old, new)
        if namespace.in_submodule(paths.join(new, b"any")):
            return False
        waiting = [old]
        while waiting:
            folder = waiting.pop()
            if rules.is_ignored(paths.rebase(folder, old, new), True):
                continue
            for name in context.private.names(folder):
                path = paths.join(folder, name)
                mode = context.private.stat(path).st_mode
                if stat.S_ISDIR(mode):
                    waiting.append(path)
                elif _is_git_kind(mode) and not (
                    namespace.tracked(path) or rules.is_ignored(paths.rebase(path, old, new), False)
                ):
                    return True
        return False

    def _folder_saves(self, old: RepoPath, new: RepoPath) -> Iterator[WorkingSave]:
        namespace = self._context.state.namespace
        for path, version in list(namespace.tracked_under(old)):
            base, origin = self._source(path)
            target = paths.rebase(path, old, new)
            yield WorkingSave(SaveKind.DELETE, path, version, whole=True)
            yield WorkingSave(
                SaveKind.RENAME, target, base, version=version, origin=origin, whole=True
            )

    def _deletion(self, path: RepoPath) -> list[WorkingSave]:
        """What says that `path` is gone; nothing if it was never saved."""
        shown = self._context.state.namespace.tracked(path)
        if shown is None:
            return []
        return [WorkingSave(SaveKind.DELETE, path, shown.version)]

    async def _record(
        self, node: Node, target: Node | None, saves: list[WorkingSave], *, quiet: bool = False
    ) -> None:
        """With `quiet` it is the first half of a save, whose second is judged: see
        `SaveDoor`."""
        context = self._context
        if quiet:
            await context.door.check_open(node.path, node.version)
        below = list(context.state.inodes.below(node.path))
        with context.steady(target, *below), context.folder_kept(paths.parent(node.path)):
            await context.door.record(saves, writing=context.touched(), hold=quiet, quiet=quiet)
        for each in below:  # whose last writer may have closed meanwhile
            if each is not node:
                self._savepoints.settle(each)

    def _content(self, node: Node) -> bytes | None:
        """What a working copy holds that is not saved; None: the version says it all."""
        if node.working is not None and (node.unsaved or node.version is None):
            return node.working.content()
        return None

    def _move(self, node: Node, old: RepoPath, new: RepoPath) -> None:
        context = self._context
        replaced = context.state.inodes.at(new)
        context.state.inodes.move(old, new)
        if replaced is not None:
            self._savepoints.settle(replaced)
        for each in context.state.inodes.below(new) if node.kind is Kind.FOLDER else (node,):
            if each.working is not None and each.kind is Kind.TRACKED:
                note = Note(each.path, each.version, save_mode(each) is Mode.EXECUTABLE)
                context.working.renamed(each.working.file, note)

    def _saved(
        self,
        node: Node,
        content: bytes | None,
        was_unsaved: bool,
        process: int,
        mode: Mode | None = None,
    ) -> None:
        """The node's content is an accepted version of its new path."""
        if content is not None:
            node.version = version_of(content, mode or save_mode(node))
            if node.working is not None:
                node.mtime_ns = os.fstat(node.working.fd).st_mtime_ns
        if was_unsaved and content is not None:
            # Pages of a mmap may have come in while the coordinator worked.
            node.unsaved = node.working is not None and node.working.content() != content
            for handle in self._context.handles_of(node):
                handle.touched = node.unsaved and handle.writable
        for handle in self._context.handles_of(node):
            handle.base = node.version
        self._context.exposures.saw(process, node.path, node.version, processes.since_boot_ns())
        node.mtime_ns = node.mtime_ns or self._context.now()
        self._savepoints.settle(node)


def _permissions(node: Node, mode: Mode) -> int:
    if node.permissions is not None:
        return node.permissions
    return 0o755 if mode is Mode.EXECUTABLE else 0o644


def _is_git_kind(mode: int) -> bool:
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def _git_mode(mode: int) -> Mode:
    if stat.S_ISLNK(mode):
        return Mode.SYMLINK
    return Mode.EXECUTABLE if mode & 0o100 else Mode.FILE
