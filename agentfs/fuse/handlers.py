"""FUSE requests: look up the node, call the rule, answer.  Holds no rule of its own."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Sequence

import pyfuse3
from pyfuse3 import FileHandleT, FileNameT, FlagT, InodeT, ModeT, RequestContext, XAttrNameT

from agentfs.fuse import gitlink
from agentfs.fuse.attributes import Attributes
from agentfs.fuse.context import Context, Handle, Listing
from agentfs.fuse.controlgate import FOLDER as CONTROL_FOLDER
from agentfs.fuse.controlgate import REFUSED, Control, ControlGate
from agentfs.fuse.entries import Entries
from agentfs.fuse.errnos import guarded
from agentfs.fuse.gitlink import GitLink
from agentfs.fuse.renames import Renames
from agentfs.fuse.savepoints import Savepoints
from agentfs.model import paths
from agentfs.model.ids import ROOT, RepoPath
from agentfs.model.versions import Mode
from agentfs.views.inodes import Kind, Node, Place

_LONGEST_NAME = 255


class ViewOperations(pyfuse3.Operations):
    """The handlers of one view's mount."""

    supports_dot_lookup = False
    enable_writeback_cache = False

    def __init__(self, context: Context, git_link: GitLink, control: Control) -> None:
        super().__init__()
        self._control = ControlGate(context, control)
        self._git_link = git_link
        self._context = context
        self._inodes = context.state.inodes
        self._attributes = Attributes(context)
        self._savepoints = Savepoints(context)
        self._entries = Entries(context, self._savepoints)
        self._renames = Renames(context, self._savepoints)

    @guarded
    async def lookup(
        self, parent_inode: InodeT, name: FileNameT, ctx: RequestContext
    ) -> pyfuse3.EntryAttributes:
        path = self._path(parent_inode, name)
        if self._control.is_inside(path):
            return self._control_entry(path)
        node = self._context.state.find(path)
        if node is None:
            self._inodes.told_absent(path)
            return self._attributes.absent()
        return self._told(node)

    async def forget(self, inode_list: Sequence[tuple[InodeT, int]]) -> None:
        for ino, lookups in inode_list:
            self._inodes.forget(ino, lookups)

    @guarded
    async def getattr(self, inode: InodeT, ctx: RequestContext) -> pyfuse3.EntryAttributes:
        return self._of(self._node(inode))

    @guarded
    async def setattr(
        self,
        inode: InodeT,
        attr: pyfuse3.EntryAttributes,
        fields: pyfuse3.SetattrFields,
        fh: FileHandleT | None,
        ctx: RequestContext,
    ) -> pyfuse3.EntryAttributes:
        node = self._node(inode)
        if node.kind is Kind.CONTROL:
            # To truncate it is part of writing a request; nothing else of it can be set.
            return self._control.attributes(node)
        if fields.update_uid or fields.update_gid:
            self._chown(node, attr, fields)
        if fields.update_mode:
            await self._entries.chmod(node, stat.S_IMODE(attr.st_mode))
        if fields.update_size:
            await self._truncate(node, attr.st_size, fh, ctx.pid)
        if fields.update_mtime or fields.update_atime:
            self._set_times(node, attr, fields)
        return self._attributes.of(node)

    @guarded
    async def readlink(self, inode: InodeT, ctx: RequestContext) -> FileNameT:
        node = self._node(inode)
        if node.kind is Kind.PRIVATE:
            return FileNameT(self._context.private.read(node.path)[0])
        if node.version is None or node.version.mode is not Mode.SYMLINK:
            raise pyfuse3.FUSEError(errno.EINVAL)
        return FileNameT(self._context.contents.read(node.version))

    @guarded
    async def mknod(
        self, parent_inode: InodeT, name: FileNameT, mode: ModeT, rdev: int, ctx: RequestContext
    ) -> pyfuse3.EntryAttributes:
        path = self._own_path(parent_inode, name)
        return self._made(await self._entries.make_node(path, mode, rdev, ctx.pid))

    @guarded
    async def mkdir(
        self, parent_inode: InodeT, name: FileNameT, mode: ModeT, ctx: RequestContext
    ) -> pyfuse3.EntryAttributes:
        return self._made(self._entries.make_folder(self._own_path(parent_inode, name), mode))

    @guarded
    async def unlink(self, parent_inode: InodeT, name: FileNameT, ctx: RequestContext) -> None:
        await self._entries.unlink(lambda: self._own_path(parent_inode, name), ctx.pid)

    @guarded
    async def rmdir(self, parent_inode: InodeT, name: FileNameT, ctx: RequestContext) -> None:
        self._entries.remove_folder(self._own_path(parent_inode, name))

    @guarded
    async def symlink(
        self, parent_inode: InodeT, name: FileNameT, target: FileNameT, ctx: RequestContext
    ) -> pyfuse3.EntryAttributes:
        node = await self._entries.symlink(lambda: self._own_path(parent_inode, name), target)
        return self._made(node)

    @guarded
    async def rename(
        self,
        parent_inode_old: InodeT,
        name_old: FileNameT,
        parent_inode_new: InodeT,
        name_new: FileNameT,
        flags: FlagT,
        ctx: RequestContext,
    ) -> None:
        await self._renames.rename(
            lambda: self._own_path(parent_inode_old, name_old),
            lambda: self._own_path(parent_inode_new, name_new),
            flags,
            ctx.pid,
        )

    @guarded
    async def link(
        self, inode: InodeT, new_parent_inode: InodeT, new_name: FileNameT, ctx: RequestContext
    ) -> pyfuse3.EntryAttributes:
        raise pyfuse3.FUSEError(errno.EPERM)

    @guarded
    async def open(self, inode: InodeT, flags: FlagT, ctx: RequestContext) -> pyfuse3.FileInfo:
        node = self._node(inode)
        if node.kind is Kind.FOLDER:
            raise pyfuse3.FUSEError(errno.EISDIR)
        if node.kind is Kind.CONTROL:
            return self._control.open(node, flags)
        if node.kind is Kind.PRIVATE:
            if node.path == gitlink.PATH:
                self._git_link.bring_up()
            handle = self._entries.open_private(node, flags)
        else:
            await self._savepoints.check_open(node.path, flags, node)
            handle = self._savepoints.register(self._savepoints.open(node, flags, ctx.pid))
        return _file_info(handle)

    @guarded
    async def create(
        self,
        parent_inode: InodeT,
        name: FileNameT,
        mode: ModeT,
        flags: FlagT,
        ctx: RequestContext,
    ) -> tuple[pyfuse3.FileInfo, pyfuse3.EntryAttributes]:
        path = self._own_path(parent_inode, name)
        if self._context.is_tracked(path):
            await self._savepoints.check_open(path, os.O_RDWR)
        handle = self._entries.create(path, mode, flags, ctx.pid)
        return _file_info(handle), self._made(handle.node)

    @guarded
    async def read(self, fh: FileHandleT, off: int, size: int) -> bytes:
        if (page := self._control.page(fh)) is not None:
            return page.text[off : off + size]
        handle = self._context.handles[fh]
        if handle.fd is not None:
            return os.pread(handle.fd, size, off)
        return self._savepoints.read(handle, off, size)

    @guarded
    async def write(self, fh: FileHandleT, off: int, buf: bytes) -> int:
        if (page := self._control.page(fh)) is not None:
            return await self._control.write(page, buf)
        handle = self._context.handles[fh]
        if handle.fd is not None:
            return os.pwrite(handle.fd, buf, off)
        return self._savepoints.write(handle, off, buf)

    @guarded
    async def flush(self, fh: FileHandleT) -> None:
        if (page := self._control.page(fh)) is not None:
            await self._control.flush(page)
            return
        handle = self._context.handles[fh]
        if handle.fd is None:
            await self._savepoints.flush(handle)

    @guarded
    async def fsync(self, fh: FileHandleT, datasync: bool) -> None:
        if self._control.page(fh) is not None:
            return
        handle = self._context.handles[fh]
        if handle.fd is not None:
            os.fsync(handle.fd)
        else:
            await self._savepoints.sync(handle)

    @guarded
    async def release(self, fh: FileHandleT) -> None:
        if self._control.page(fh) is not None:
            self._control.release(fh)
        else:
            await self._entries.finish(self._context.handles[fh])

    @guarded
    async def opendir(self, inode: InodeT, ctx: RequestContext) -> FileHandleT:
        number = next(self._context.numbers)
        self._context.listings[number] = Listing(self._node(inode))
        return FileHandleT(number)

    @guarded
    async def readdir(self, fh: FileHandleT, start_id: int, token: pyfuse3.ReaddirToken) -> None:
        listing = self._context.listings[fh]
        if start_id == 0 or listing.names is None:
            listing.names = self._list(listing.node)
        for number, (name, listed) in enumerate(listing.names[start_id:], start_id + 1):
            try:
                node = self._still(listed)
                attributes = self._of(node)
            except FileNotFoundError:
                continue
            if not pyfuse3.readdir_reply(token, FileNameT(name), attributes, number):
                break
            if name not in (b".", b".."):
                self._inodes.looked_up(node)

    @guarded
    async def releasedir(self, fh: FileHandleT) -> None:
        del self._context.listings[fh]

    @guarded
    async def fsyncdir(self, fh: FileHandleT, datasync: bool) -> None:
        """Returns when no save of this view is under way."""
        async with self._context.lane:
            return

    @guarded
    async def statfs(self, ctx: RequestContext) -> pyfuse3.StatvfsData:
        found = os.statvfs(self._context.private.native(RepoPath(b"")))
        answer = pyfuse3.StatvfsData()
        for name in ("bsize", "frsize", "blocks", "bfree", "bavail", "files", "ffree", "favail"):
            setattr(answer, f"f_{name}", getattr(found, f"f_{name}"))
        answer.f_namemax = _LONGEST_NAME
        return answer

    @guarded
    async def getxattr(self, inode: InodeT, name: XAttrNameT, ctx: RequestContext) -> bytes:
        refusal = self._refusal(inode)
        if name == REFUSED and refusal is not None:
            return refusal
        path, follow = self._xattr_path(inode, errno.ENODATA)
        return os.getxattr(path, name, follow_symlinks=follow)

    @guarded
    async def setxattr(
        self, inode: InodeT, name: XAttrNameT, value: bytes, ctx: RequestContext
    ) -> None:
        path, follow = self._xattr_path(inode, errno.ENOTSUP)
        os.setxattr(path, name, value, follow_symlinks=follow)

    @guarded
    async def listxattr(self, inode: InodeT, ctx: RequestContext) -> Sequence[XAttrNameT]:
        node = self._node(inode)
        if node.kind is not Kind.PRIVATE:
            return [XAttrNameT(REFUSED)] if self._refusal(inode) is not None else []
        path, follow = self._context.native(node)
        return [XAttrNameT(os.fsencode(n)) for n in os.listxattr(path, follow_symlinks=follow)]

    @guarded
    async def removexattr(self, inode: InodeT, name: XAttrNameT, ctx: RequestContext) -> None:
        path, follow = self._xattr_path(inode, errno.ENODATA)
        os.removexattr(path, name, follow_symlinks=follow)

    def _refusal(self, inode: InodeT) -> bytes | None:
        node = self._node(inode)
        return self._control.refusal(node) if node.kind is Kind.TRACKED else None

    def _xattr_path(self, inode: InodeT, otherwise: int) -> tuple[bytes, bool]:
        node = self._node(inode)
        if node.kind is not Kind.PRIVATE:
            raise pyfuse3.FUSEError(otherwise)
        return self._context.native(node)

    def _node(self, inode: InodeT) -> Node:
        node = self._inodes.get(inode)
        if node is None:
            raise pyfuse3.FUSEError(errno.ESTALE)
        return node

    def _own_path(self, parent: InodeT, name: FileNameT) -> RepoPath:
        """As `_path`, to change it: in the control folder nothing comes or goes by that."""
        path = self._path(parent, name)
        if self._control.is_inside(path):
            raise pyfuse3.FUSEError(errno.EACCES)
        return path

    def _path(self, parent: InodeT, name: FileNameT) -> RepoPath:
        folder = self._node(parent)
        if folder.kind not in (Kind.FOLDER, Kind.CONTROL):
            raise pyfuse3.FUSEError(errno.ENOTDIR)
        if folder.place is not Place.CURRENT:
            raise pyfuse3.FUSEError(errno.ENOENT)
        if len(name) > _LONGEST_NAME:
            raise pyfuse3.FUSEError(errno.ENAMETOOLONG)
        return paths.join(folder.path, name)

    def _of(self, node: Node) -> pyfuse3.EntryAttributes:
        if node.kind is Kind.CONTROL:
            return self._control.attributes(node)
        return self._attributes.of(node)

    def _control_entry(self, path: RepoPath) -> pyfuse3.EntryAttributes:
        node = self._control.find(path)
        if node is None:
            raise pyfuse3.FUSEError(errno.ENOENT)
        return self._told(node)

    def _still(self, listed: Node) -> Node:
        """What is at the path now: the trunk may have moved since the list was made, or a
        private file gone.  Raises FileNotFoundError."""
        if self._inodes.get(listed.ino) is listed and listed.place is Place.CURRENT:
            return listed
        node = self._context.state.find(listed.path)
        if node is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), listed.path)
        return node

    def _told(self, node: Node) -> pyfuse3.EntryAttributes:
        attributes = self._of(node)
        self._inodes.looked_up(node)
        return attributes

    def _made(self, node: Node) -> pyfuse3.EntryAttributes:
        self._context.touch_folder(paths.parent(node.path))
        return self._told(node)

    def _list(self, folder: Node) -> list[tuple[bytes, Node]]:
        above = self._inodes.at(paths.parent(folder.path)) or folder
        if folder.kind is Kind.CONTROL:
            return [(b".", folder), (b"..", above), *self._control.names(folder).items()]
        names = self._context.names(folder.path)
        if folder.path == ROOT and (control := self._control.find(CONTROL_FOLDER)) is not None:
            names[CONTROL_FOLDER] = control
        return [(b".", folder), (b"..", above), *names.items()]

    async def _truncate(self, node: Node, size: int, fh: FileHandleT | None, thread: int) -> None:
        handle = self._context.handles[fh] if fh is not None else None
        if node.kind is Kind.PRIVATE:
            native, _ = self._context.native(node)
            os.truncate(handle.fd if handle and handle.fd is not None else native, size)
        elif handle is not None and handle.writable:
            self._savepoints.truncate(handle, size)
        else:
            await self._savepoints.truncate_path(node, size, thread)

    def _chown(
        self, node: Node, attr: pyfuse3.EntryAttributes, fields: pyfuse3.SetattrFields
    ) -> None:
        """Git keeps no owners: for a tracked path only "as it is" can be had."""
        now = self._attributes.of(node)
        uid = attr.st_uid if fields.update_uid else now.st_uid
        gid = attr.st_gid if fields.update_gid else now.st_gid
        if node.kind is Kind.PRIVATE:
            native, follow = self._context.native(node)
            os.chown(native, uid, gid, follow_symlinks=follow)
        elif (uid, gid) != (now.st_uid, now.st_gid):
            raise pyfuse3.FUSEError(errno.EPERM)

    def _set_times(
        self, node: Node, attr: pyfuse3.EntryAttributes, fields: pyfuse3.SetattrFields
    ) -> None:
        now = self._attributes.of(node)
        mtime = attr.st_mtime_ns if fields.update_mtime else now.st_mtime_ns
        atime = attr.st_atime_ns if fields.update_atime else now.st_atime_ns
        if node.kind is Kind.PRIVATE:
            native, follow = self._context.native(node)
            os.utime(native, ns=(atime, mtime), follow_symlinks=follow)
            return
        node.mtime_ns = mtime
        if node.working is not None:
            os.utime(node.working.fd, ns=(atime, mtime))


def _file_info(handle: Handle) -> pyfuse3.FileInfo:
    return pyfuse3.FileInfo(fh=FileHandleT(handle.number), keep_cache=True)
