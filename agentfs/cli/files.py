"""Files that a command reads and writes, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path


def write_whole(file: Path, content: bytes, *, like: Path) -> None:
    """Put `content` into `file`, all or nothing; a new file gets the permissions of `like`.

    What a symbolic link points at is written, and what is no file (a pipe, a terminal) is
    written to.  Raises OSError.
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    made, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with open(made, "wb") as out:
            out.write(content)
            _take_over(out.fileno(), target if target.exists() else like)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _take_over(made: int, model: Path) -> None:
    found = model.stat()
    os.fchmod(made, stat.S_IMODE(found.st_mode))
    if (found.st_uid, found.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(PermissionError):
            os.fchown(made, found.st_uid, found.st_gid)
