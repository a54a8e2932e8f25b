"""Reads all of a folder, and says what a tree of git would have it be.

    python -m tools.swarm.scan FOLDER

Writes a JSON list of ScannedFile.  A program of its own, because a mount that hangs hangs
whoever reads it, and a program can be given up.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tools.rig import programs
from tools.swarm.messages import ScannedFile

NOT_OF_THE_REPOSITORY = frozenset({".git", ".agentfs"})


def scan(folder: Path, seconds: float) -> dict[str, ScannedFile]:
    """By path, in a program of its own.  Raises ProgramFailed."""
    output = programs.run([sys.executable, "-m", __spec__.name, str(folder)], seconds=seconds)
    return {file.path: file for file in msgspec.json.decode(output, type=list[ScannedFile])}


def files_in(root: Path) -> Iterator[ScannedFile]:
    """All but what is git's or agentfs's own at the top.  Raises OSError."""
    for folder, names, files in os.walk(root, onerror=_fail):
        here = Path(folder)
        if here == root:
            for listed in (names, files):
                listed[:] = [name for name in listed if name not in NOT_OF_THE_REPOSITORY]
        links = [name for name in names if (here / name).is_symlink()]
        for name in sorted([*files, *links]):
            file = here / name
            yield _scanned(file, os.fspath(file.relative_to(root)))


def _scanned(file: Path, path: str) -> ScannedFile:
    status = file.lstat()
    if stat.S_ISLNK(status.st_mode):
        mode, content = "120000", os.fsencode(os.readlink(file))
    else:
        executable = status.st_mode & stat.S_IXUSR
        mode, content = "100755" if executable else "100644", file.read_bytes()
    # Paths need not be UTF-8; what stands for them then is not JSON.
    return ScannedFile(quoted(os.fsencode(path)), mode, blob_id(content))


def quoted(path: bytes) -> str:
    return path.decode("utf-8", "backslashreplace")


def blob_id(content: bytes) -> str:
    """What git calls a file of this content."""
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content)).hexdigest()


def _fail(error: OSError) -> None:
    raise error


def main() -> None:
    found = list(files_in(Path(sys.argv[1])))
    sys.stdout.buffer.write(msgspec.json.encode(found))


if __name__ == "__main__":
    main()
