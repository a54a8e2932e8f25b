"""The kernel's mounts: which there are, and how to take one away.

Nothing here looks at a file in a mount: one whose view hangs would hang us with it.  All of
it blocks; in the coordinator it runs in threads.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.daemon import mountusers
from agentfs.model.errors import AgentfsError

FSTYPE: Final = "fuse.agentfs"
"""What a view is mounted as (subtype=agentfs)."""
TIMEOUT: Final = 10.0
"""Seconds that fusermount3 may take."""

CONNECTIONS: Final = Path("/sys/fs/fuse/connections")
_MNT_FORCE: Final = 1
_MNT_DETACH: Final = 2
_UMOUNT_NOFOLLOW: Final = 8
_ESCAPE: Final = re.compile(rb"\\([0-7]{3})")


class MountBusy(AgentfsError):
    """The user's: processes use the mount."""

    code = "mount-busy"


class UnmountFailed(AgentfsError):
    """The machine's: the kernel or fusermount3 refused, and not because it is in use."""

    code = "unmount-failed"


@dataclass(frozen=True)
class Mount:
    path: Path
    fstype: str
    number: int = 0
    """The device's minor number: that of a FUSE connection."""


def mounts(table: bytes | None = None) -> list[Mount]:
    """All mounts that we see, oldest first.  `table`: as in /proc/self/mountinfo."""
    if table is None:
        table = Path("/proc/self/mountinfo").read_bytes()
    return [_parse(line) for line in table.splitlines()]


def mounted_at(path: Path) -> list[Mount]:
    """What is mounted at `path`, which has no symlinks, the lowest first."""
    return [mount for mount in mounts() if mount.path == path]


def unmount(path: Path) -> None:
    """Take the mount at `path` away, if nobody uses it.

    Nothing happens if none is there.  Raises MountBusy, naming who uses it; UnmountFailed.
    """
    if not mounted_at(path):
        return
    try:
        _take_away(path, lazily=False)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise _failed(path, error) from error
        raise _busy(path) from error
    # What may lie beneath is what views left that died here.
    detach(path)


def detach(path: Path) -> None:
    """Take every view's mount at `path` out of sight, used or not; what is open in it stays
    open, and fails if its view is dead.  Raises UnmountFailed."""
    while any(mount.fstype == FSTYPE for mount in mounted_at(path)):
        try:
            _take_away(path, lazily=True)
        except OSError as error:
            raise _failed(path, error) from error


def abort(path: Path) -> None:
    """Break off the view that is mounted at `path` from whatever waits for it, which then
    fails.  The mount stays, dead, if it is in use."""
    with contextlib.suppress(OSError):
        if not _abort_by_control_file(path) and os.geteuid() == 0:
            _umount2(path, _MNT_FORCE | _UMOUNT_NOFOLLOW)


def _abort_by_control_file(path: Path) -> bool:
    """Whoever mounted may, where the kernel's control files are mounted.  Raises OSError."""
    number = next((mount.number for mount in mounted_at(path)[::-1] if mount.fstype == FSTYPE), 0)
    control = CONNECTIONS / str(number) / "abort"
    if not control.exists():
        return False
    control.write_bytes(b"1")
    return True


def _parse(line: bytes) -> Mount:
    """See proc_pid_mountinfo(5): optional fields end with a dash."""
    before, _, after = line.partition(b" - ")
    fields = before.split(b" ")
    path = _ESCAPE.sub(lambda match: bytes([int(match[1], 8)]), fields[4])
    fstype = after.split(b" ")[0].decode()
    return Mount(Path(os.fsdecode(path)), fstype, int(fields[2].partition(b":")[2]))


def _take_away(path: Path, *, lazily: bool) -> None:
    """Raises OSError."""
    if os.geteuid() == 0:
        _umount2(path, (_MNT_DETACH if lazily else 0) | _UMOUNT_NOFOLLOW)
    else:
        _fusermount(path, lazily=lazily)


def _umount2(path: Path, flags: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.umount2(os.fsencode(path), flags) != 0:
        number = ctypes.get_errno()
        # Someone else took it away between our look and our call.
        if number != errno.EINVAL:
            raise OSError(number, os.strerror(number))


def _fusermount(path: Path, *, lazily: bool) -> None:
    command = ["fusermount3", "-uz" if lazily else "-u", "--", str(path)]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(errno.ETIMEDOUT, "fusermount3 does not end") from error
    if done.returncode != 0 and mounted_at(path):
        number = errno.EBUSY if "busy" in done.stderr.lower() else errno.EIO
        raise OSError(number, done.stderr.strip())


def _busy(path: Path) -> MountBusy:
    users = mountusers.users_of(path)
    names = ", ".join(f"{user.pid} ({user.command})" for user in users[:5])
    more = f" and {len(users) - 5} more" if len(users) > 5 else ""
    return MountBusy(
        f"{path} is in use by {names}{more}" if users else f"{path} is in use",
        hint="end them, or unmount with --force",
    )


def _failed(path: Path, error: OSError) -> UnmountFailed:
    return UnmountFailed(f"{path} could not be unmounted: {error.strerror}")
