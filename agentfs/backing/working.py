"""Working copies: what paths hold while they are written, each a file of its own.

A working copy outlives its view process.  Beside each stands a note of which path it is,
and what it was made from, so that the next process can show it again (`leftovers`).  It is
never a save by itself: only its writer knows when it is whole.
"""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from agentfs.model.ids import RepoPath
from agentfs.model.versions import Version

_NOTE: Final = ".note"


class Note(msgspec.Struct, frozen=True, array_like=True):
    """Where a working copy belongs.  `version`: what it was made from, or saved as last."""

    path: RepoPath
    version: Version | None
    executable: bool


class WorkingFile:
    """One working copy.  Shared by all handles of its inode; closing it deletes it."""

    def __init__(self, file: Path, fd: int) -> None:
        self.file = file
        self.fd = fd
        self._owned = True

    def size(self) -> int:
        return os.fstat(self.fd).st_size

    def mtime_ns(self) -> int:
        return os.fstat(self.fd).st_mtime_ns

    def read(self, offset: int, size: int) -> bytes:
        return os.pread(self.fd, size, offset)

    def write(self, offset: int, data: bytes) -> int:
        done = 0
        while done < len(data):
            done += os.pwrite(self.fd, data[done:], offset + done)
        return done

    def truncate(self, size: int) -> None:
        os.ftruncate(self.fd, size)

    def content(self) -> bytes:
        """All of it, as it is now."""
        size = self.size()
        blocks: list[bytes] = []
        done = 0
        while done < size and (block := os.pread(self.fd, size - done, done)):
            blocks.append(block)
            done += len(block)
        return b"".join(blocks)

    def give_away(self, target: Path) -> None:
        """It becomes the private file `target`; handles that have it open keep it."""
        os.replace(self.file, target)
        self._note().unlink(missing_ok=True)
        self._owned = False

    def abandon(self) -> None:
        """Its path was removed: who has it open keeps it, and nobody finds it again."""
        if self._owned:
            self._note().unlink(missing_ok=True)
            self.file.unlink(missing_ok=True)
            self._owned = False

    def close(self) -> None:
        os.close(self.fd)
        if self._owned:
            self._note().unlink(missing_ok=True)
            self.file.unlink(missing_ok=True)

    def _note(self) -> Path:
        return self.file.with_name(self.file.name + _NOTE)


class WorkingFiles:
    """The folder of a view's working copies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        taken = [int(each.name) for each in folder.iterdir() if each.name.isdigit()]
        self._numbers = itertools.count(max(taken, default=0) + 1)

    def create(self, note: Note, content: bytes) -> WorkingFile:
        """A new working copy that holds `content`.  Nothing is left if the disk is full."""
        file = self._folder / str(next(self._numbers))
        fd = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        working = WorkingFile(file, fd)
        try:
            if content:
                working.write(0, content)
            self._write_note(file, note)
        except OSError:
            working.close()
            raise
        return working

    def adopt(self, note: Note, private: Path) -> WorkingFile:
        """The private file becomes a working copy; handles that have it open keep it."""
        file = self._folder / str(next(self._numbers))
        self._write_note(file, note)
        os.replace(private, file)
        return WorkingFile(file, os.open(file, os.O_RDWR | os.O_CLOEXEC))

    def renamed(self, file: Path, note: Note) -> None:
        """The path of the working copy `file` changed, or it was saved.  That is recorded by
        now: a full disk must not make a failure of it."""
        with contextlib.suppress(OSError):
            self._write_note(file, note)

    def leftovers(self) -> Iterator[tuple[Note, WorkingFile]]:
        """Working copies of a view process that died.  One whose note is missing or torn
        was never shown to anyone, and goes."""
        for file in sorted(self._folder.iterdir()):
            if not file.name.isdigit():
                continue
            note = self._read_note(file)
            if note is None:
                file.unlink()
                continue
            yield note, WorkingFile(file, os.open(file, os.O_RDWR | os.O_CLOEXEC))

    def _write_note(self, file: Path, note: Note) -> None:
        """In one step: a working copy without a note would be lost with its view."""
        fresh = file.with_name(f"{file.name}{_NOTE}.new")
        fresh.write_bytes(msgspec.msgpack.encode(note))
        fresh.replace(file.with_name(file.name + _NOTE))

    def _read_note(self, file: Path) -> Note | None:
        try:
            data = file.with_name(file.name + _NOTE).read_bytes()
            return msgspec.msgpack.decode(data, type=Note)
        except (FileNotFoundError, msgspec.DecodeError):
            return None
