"""Which processes use a mount, read from /proc.

Only links are read, never followed, and no file in the mount is looked at: the answer comes
even if the mount hangs.  Processes of other users may be out of our sight.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class User:
    pid: int
    command: str


def users_of(mount: Path, proc: Path = Path("/proc")) -> list[User]:
    """By pid.  `mount` is absolute and has no symlinks."""
    pids = sorted(int(name) for name in os.listdir(proc) if name.isdigit())
    return [
        User(pid, _command(proc / str(pid)))
        for pid in pids
        if _uses(proc / str(pid), os.fsencode(mount))
    ]


def _uses(process: Path, mount: bytes) -> bool:
    used = (path for path in _paths(process) if path == mount or path.startswith(mount + b"/"))
    return next(used, None) is not None


def _paths(process: Path) -> Iterator[bytes]:
    """Every path that the process holds: folders, program, open files, mapped files."""
    for name in ("cwd", "root", "exe"):
        yield _link(process / name)
    try:
        for name in os.listdir(process / "fd"):
            yield _link(process / "fd" / name)
        for line in (process / "maps").read_bytes().splitlines():
            yield b"/" + line.partition(b"/")[2]
    except OSError:
        # It ended, or is not ours to look into.
        return


def _link(path: Path) -> bytes:
    try:
        return os.readlink(os.fsencode(path))
    except OSError:
        return b""


def _command(process: Path) -> str:
    try:
        return (process / "comm").read_text(errors="replace").strip()
    except OSError:
        return "?"
