"""Loose objects: one zlib-compressed file an object, read and written without libgit2.

Why not by libgit2 1.9, which reads packs for us: it never returns from a loose object that
was cut short (its issue 7342; the interpreter stands still meanwhile), as a power cut
leaves them; it takes an empty file for the object and writes nothing over it; and it does
not say why a write failed, so that a full disk cannot be told.

Not about packs and alternates (`objects`).  Invariant: a file appears under its name
complete, by rename.  Files are not synced: `library` says why.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import zlib
from pathlib import Path
from typing import Final

from agentfs.trunk.kinds import Kind, header, object_id

_HEADER: Final = re.compile(rb"(blob|tree|commit|tag) (\d+)\0")
_HEADER_READ: Final = 256
"""Compressed bytes that surely hold a header, of at most 28 bytes."""


class Unreadable(Exception):
    """Of this package alone: a file is there, and is no object."""


class LooseObjects:
    """The loose objects of one ``objects`` folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        # Random too: where process ids repeat (containers), a writer that died may have
        # left a file of any number behind.
        self._prefix = f"tmp_obj_{os.urandom(6).hex()}_"
        self._numbers = itertools.count()

    def read(self, name: str) -> tuple[Kind, bytes]:
        """Kind and content; the id is not checked.  Raises FileNotFoundError, Unreadable."""
        raw = _read_file(self._path(name), -1)
        try:
            whole = zlib.decompress(raw)
        except zlib.error as error:
            raise Unreadable(str(error)) from error
        kind, size, start = _parse_header(whole)
        if len(whole) - start != size:
            raise Unreadable(f"{len(whole) - start} bytes instead of {size}")
        return kind, whole[start:]

    def size(self, name: str) -> int:
        """Bytes of the content, by its header alone.  Raises as `read`."""
        raw = _read_file(self._path(name), _HEADER_READ)
        try:
            return _parse_header(zlib.decompressobj().decompress(raw, 64))[1]
        except zlib.error as error:
            raise Unreadable(str(error)) from error

    def exists(self, name: str) -> bool:
        """Whether a file has that name, whatever is in it."""
        return os.path.exists(self._path(name))

    def is_intact(self, name: str) -> bool:
        """Whether the file is what its name says.  Raises FileNotFoundError."""
        try:
            return object_id(*self.read(name)) == name
        except Unreadable:
            return False

    def touch(self, name: str) -> bool:
        """Whether there is such a file, and not an empty one; git gc then spares it for long."""
        path = self._path(name)
        try:
            if os.stat(path).st_size == 0:
                return False
        except OSError:
            # Whatever is wrong there, writing the object will say.
            return False
        # Another user's file may be read and not touched.
        with contextlib.suppress(OSError):
            os.utime(path)
        return True

    def write(self, name: str, kind: Kind, data: bytes) -> None:
        """Put the object in place, over whatever is there.  Raises OSError."""
        path = self._path(name)
        with contextlib.suppress(FileExistsError):
            os.mkdir(os.path.dirname(path))
        # By this name git gc knows a leftover of a writer that died.
        temporary = f"{path[:-38]}{self._prefix}{next(self._numbers)}"
        try:
            _write_file(temporary, _compress(kind, data))
            os.replace(temporary, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name[:2]}/{name[2:]}"


def _compress(kind: Kind, data: bytes) -> bytes:
    # Fast rather than small, as git itself does; packing makes it small later.
    engine = zlib.compressobj(zlib.Z_BEST_SPEED)
    return b"".join((engine.compress(header(kind, data)), engine.compress(data), engine.flush()))


def _parse_header(whole: bytes) -> tuple[Kind, int, int]:
    """Kind, size of the content and where it starts."""
    found = _HEADER.match(whole)
    if found is None:
        raise Unreadable("no header")
    kind: Kind = found[1].decode()  # type: ignore[assignment]
    return kind, int(found[2]), found.end()


def _read_file(path: str, size: int) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read(size)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileNotFoundError(path) from error
    except OSError as error:
        raise Unreadable(str(error)) from error


def _write_file(path: str, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o444)
    with open(descriptor, "wb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]
