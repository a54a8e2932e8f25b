"""Nodes as the kernel wants them: attributes and time-outs.

The kernel may keep entries and attributes for as long as it likes: what changes them is
either asked by the kernel itself or invalidated.
"""

from __future__ import annotations

import os
import stat
from typing import Final

import pyfuse3

from agentfs.fuse.context import Context
from agentfs.model.versions import Mode
from agentfs.views.inodes import Kind, Node, Place

_LONG: Final = 86400.0
_BLOCK: Final = 512


class Attributes:
    """Makes `EntryAttributes`; all files belong to who runs the view."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._uid, self._gid = os.getuid(), os.getgid()

    def of(self, node: Node) -> pyfuse3.EntryAttributes:
        """Raises OSError if a private file is gone, AgentfsError if a content is."""
        match node.kind:
            case Kind.FOLDER:
                return self._folder(node)
            case Kind.TRACKED:
                return self._tracked(node)
            case Kind.PRIVATE:
                return self._native(node, self._private_stat(node))
            case Kind.CONTROL:
                raise ValueError("controlgate knows what a control file looks like")

    def absent(self) -> pyfuse3.EntryAttributes:
        """ "Nothing is there", which the kernel may remember."""
        attributes = pyfuse3.EntryAttributes()
        attributes.st_ino = 0
        attributes.entry_timeout = _LONG
        return attributes

    def _folder(self, node: Node) -> pyfuse3.EntryAttributes:
        attributes = self._blank(node)
        bits = node.permissions if node.permissions is not None else 0o755
        attributes.st_mode = stat.S_IFDIR | bits
        self._times(attributes, node.mtime_ns)
        return attributes

    def _tracked(self, node: Node) -> pyfuse3.EntryAttributes:
        attributes = self._blank(node)
        if node.working is not None:
            found = os.fstat(node.working.fd)
            size, mtime = found.st_size, found.st_mtime_ns
            if not node.unsaved and node.mtime_ns:
                mtime = node.mtime_ns
        elif node.version is not None:
            size, mtime = self._context.size(node, node.version), node.mtime_ns
        else:
            size, mtime = 0, node.mtime_ns
        attributes.st_mode = _file_mode(node)
        attributes.st_size = size
        attributes.st_blocks = -(-size // _BLOCK)
        self._times(attributes, mtime)
        return attributes

    def _private_stat(self, node: Node) -> os.stat_result:
        if node.place is Place.REMOVED:
            for handle in self._context.handles_of(node):
                if handle.fd is not None:
                    return os.fstat(handle.fd)
        if node.working is not None:
            return os.fstat(node.working.fd)
        return self._context.private.stat(node.path)

    def _native(self, node: Node, found: os.stat_result) -> pyfuse3.EntryAttributes:
        attributes = self._blank(node)
        attributes.st_mode = found.st_mode
        attributes.st_size = found.st_size
        attributes.st_blocks = found.st_blocks
        attributes.st_rdev = found.st_rdev
        attributes.st_uid, attributes.st_gid = found.st_uid, found.st_gid
        attributes.st_atime_ns = found.st_atime_ns
        attributes.st_mtime_ns = found.st_mtime_ns
        attributes.st_ctime_ns = found.st_ctime_ns
        return attributes

    def _blank(self, node: Node) -> pyfuse3.EntryAttributes:
        attributes = pyfuse3.EntryAttributes()
        attributes.st_ino = pyfuse3.InodeT(node.ino)
        attributes.entry_timeout = attributes.attr_timeout = _LONG
        attributes.st_uid, attributes.st_gid = self._uid, self._gid
        # One link says "no count of subfolders" to those who would rely on it.
        attributes.st_nlink = 0 if node.place is Place.REMOVED else 1
        return attributes

    def _times(self, attributes: pyfuse3.EntryAttributes, ns: int) -> None:
        attributes.st_atime_ns = attributes.st_mtime_ns = attributes.st_ctime_ns = ns


def _file_mode(node: Node) -> pyfuse3.ModeT:
    mode = node.version.mode if node.version is not None else Mode.FILE
    if mode is Mode.SYMLINK:
        return pyfuse3.ModeT(stat.S_IFLNK | 0o777)
    if node.permissions is not None:
        return pyfuse3.ModeT(stat.S_IFREG | node.permissions)
    return pyfuse3.ModeT(stat.S_IFREG | (0o755 if mode is Mode.EXECUTABLE else 0o644))
