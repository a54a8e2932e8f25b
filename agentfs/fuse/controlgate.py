"""The kernel's side of the control folder: nodes, handles and attributes for made-up files.

What is in them is `Control`'s business.  Nothing of them is cached by the kernel: a file is
made when it is opened, and read past the page cache.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from typing import Final, Protocol

import pyfuse3

from agentfs.fuse.context import Context
from agentfs.model import paths
from agentfs.model.ids import ROOT, RepoPath
from agentfs.views.ignore import CONTROL
from agentfs.views.inodes import Kind, Node

FOLDER: Final = RepoPath(CONTROL)
REFUSED: Final = b"user.agentfs.refused"
"""The extended attribute that says why the last save of a path was refused."""


class Control(Protocol):
    """`control/folder.py`: see there.  Paths are relative to the control folder."""

    def names(self, path: bytes) -> list[bytes] | None: ...
    def text(self, path: bytes) -> bytes | None: ...
    def is_writable(self, path: bytes) -> bool: ...
    async def write(self, data: bytes) -> bytes: ...
    def refusal(self, path: RepoPath) -> bytes | None: ...


@dataclass(slots=True, eq=False)
class Page:
    """An open control file, as it was when it was opened; `line` is the part of a line that
    was written and has no end yet."""

    text: bytes
    writable: bool
    line: bytes = b""


class ControlGate:
    """All that handlers do for nodes of Kind.CONTROL."""

    def __init__(self, context: Context, control: Control) -> None:
        self._context = context
        self._control = control
        self._pages: dict[int, Page] = {}
        self._uid, self._gid = os.getuid(), os.getgid()

    def is_inside(self, path: RepoPath) -> bool:
        """Whether `path` is the control folder, or in it."""
        return path == FOLDER or paths.is_under(path, FOLDER)

    def find(self, path: RepoPath) -> Node | None:
        """`path` is inside."""
        inodes = self._context.state.inodes
        node, known = inodes.at(path), self._is_there(path)
        if node is None and known:
            return inodes.add(path, Kind.CONTROL, None, self._context.now())
        return node if known else None

    def names(self, folder: Node) -> dict[bytes, Node]:
        found = {}
        for name in self._control.names(_inner(folder.path)) or ():
            node = self.find(paths.join(folder.path, name))
            if node is not None:
                found[name] = node
        return found

    def attributes(self, node: Node) -> pyfuse3.EntryAttributes:
        attributes = pyfuse3.EntryAttributes()
        attributes.st_ino = pyfuse3.InodeT(node.ino)
        attributes.entry_timeout = attributes.attr_timeout = 0
        attributes.st_uid, attributes.st_gid = self._uid, self._gid
        attributes.st_nlink = 1
        attributes.st_mtime_ns = attributes.st_ctime_ns = attributes.st_atime_ns = node.mtime_ns
        inner = _inner(node.path)
        if self._control.names(inner) is not None:
            attributes.st_mode = pyfuse3.ModeT(stat.S_IFDIR | 0o755)
            return attributes
        bits = 0o644 if self._control.is_writable(inner) else 0o444
        attributes.st_mode = pyfuse3.ModeT(stat.S_IFREG | bits)
        attributes.st_size = len(self._text(inner))
        return attributes

    def open(self, node: Node, flags: int) -> pyfuse3.FileInfo:
        inner = _inner(node.path)
        writes = flags & os.O_ACCMODE != os.O_RDONLY
        if writes and not self._control.is_writable(inner):
            raise pyfuse3.FUSEError(errno.EACCES)
        number = next(self._context.numbers)
        self._pages[number] = Page(self._text(inner), writes)
        return pyfuse3.FileInfo(fh=pyfuse3.FileHandleT(number), direct_io=True)

    def page(self, number: int) -> Page | None:
        return self._pages.get(number)

    async def write(self, page: Page, data: bytes) -> int:
        """Wherever in the file: each line is a request.  Raises what `Control.write` does."""
        whole, page.line = page.line + data, b""
        page.line = await self._control.write(whole)
        return len(data)

    async def flush(self, page: Page) -> None:
        """The last line may lack its end."""
        line, page.line = page.line, b""
        if line:
            await self._control.write(line + b"\n")

    def release(self, number: int) -> None:
        del self._pages[number]

    def refusal(self, node: Node) -> bytes | None:
        return self._control.refusal(node.path)

    def _is_there(self, path: RepoPath) -> bool:
        inner = _inner(path)
        return self._control.names(inner) is not None or self._control.text(inner) is not None

    def _text(self, inner: bytes) -> bytes:
        text = self._control.text(inner)
        if text is None:
            raise pyfuse3.FUSEError(errno.ENOENT)
        return text


def _inner(path: RepoPath) -> bytes:
    return path[len(FOLDER) + 1 :] if path != ROOT else b""
