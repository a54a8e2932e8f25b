"""Where a view may be mounted: checks a path, makes it if it is missing, and removes it again.

Each thing that can be wrong is an error of its own.  Blocking: in the coordinator it runs in
a thread.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.daemon import mounts
from agentfs.model.errors import AgentfsError

FUSE_DEVICE: Final = Path("/dev/fuse")


class NoFuseDevice(AgentfsError):
    """The machine's: it has no FUSE, or we may not use it."""

    code = "no-fuse"


class NoFusermount(AgentfsError):
    """The machine's: who is not root cannot mount without fusermount3."""

    code = "no-fusermount"


class MountPathNotAbsolute(AgentfsError):
    """The client's: only it knows what a relative path is relative to."""

    code = "mount-path-not-absolute"


class MountParentMissing(AgentfsError):
    code = "mount-parent-missing"


class MountPointIsFile(AgentfsError):
    code = "mount-point-is-file"


class MountPointNotEmpty(AgentfsError):
    code = "mount-point-not-empty"


class MountPointInUse(AgentfsError):
    code = "mount-point-in-use"


class MountPointInView(AgentfsError):
    code = "mount-point-in-view"


class MountPointForbidden(AgentfsError):
    code = "mount-point-forbidden"


@dataclass(frozen=True)
class MountPoint:
    """An empty folder with nothing mounted on it; `path` is absolute and has no symlinks."""

    path: Path
    made: bool
    """Whether we made it, and so have to remove it."""


def prepare(path: Path) -> MountPoint:
    """Check everything, then make the folder if it is missing.

    A dead view's mount that was left there is taken away.  Raises any error of this module;
    nothing was changed then.
    """
    check_machine()
    path = _resolved(path)
    _check_mounts(path)
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return _make(path)
    except NotADirectoryError as error:
        raise _is_file(path.parent) from error
    except PermissionError as error:
        raise _forbidden(path, error) from error
    if not stat.S_ISDIR(mode):
        raise _is_file(path)
    _check_folder(path)
    return MountPoint(path, made=False)


def clear(path: Path) -> None:
    """Make way for a view that is mounted again.

    For the view's own process, as late as can be.  A dead mount refuses everything, but once
    it is gone who writes there writes into the bare folder, and that work would be lost.  So
    root mounts over it; who needs fusermount3, which refuses that, has to take it away.
    Raises UnmountFailed, MountPointForbidden.
    """
    if mounts.mounted_at(path):
        if os.geteuid() == 0:
            return
        mounts.detach(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _forbidden(path, error) from error


def release(point: MountPoint) -> None:
    """After the unmount: remove the folder if we made it and nobody put anything in it."""
    if point.made:
        with contextlib.suppress(OSError):
            point.path.rmdir()


def check_machine(device: Path = FUSE_DEVICE, *, root: bool | None = None) -> None:
    """Raises NoFuseDevice, NoFusermount.  `root`: whether we are, if the caller knows."""
    try:
        os.close(os.open(device, os.O_RDWR | os.O_CLOEXEC))
    except FileNotFoundError as error:
        raise NoFuseDevice(
            f"this machine has no {device}",
            hint="`modprobe fuse`; in a container: run it with --device /dev/fuse",
        ) from error
    except OSError as error:
        raise NoFuseDevice(
            f"{device} cannot be used: {error.strerror}",
            hint="in a container: run it with --device /dev/fuse --cap-add SYS_ADMIN",
        ) from error
    is_root = os.geteuid() == 0 if root is None else root
    if not is_root and shutil.which("fusermount3") is None:
        raise NoFusermount("fusermount3 is not installed", hint="install the package fuse3")


def _resolved(path: Path) -> Path:
    if not path.is_absolute():
        raise MountPathNotAbsolute(f"{path} is not an absolute path")
    # The last component is looked at later: it may be a mount whose view is dead.
    parent = Path(os.path.realpath(path.parent))
    if not mounts.mounted_at(parent / path.name) and (parent / path.name).is_symlink():
        return Path(os.path.realpath(path))
    return parent / path.name


def _check_mounts(path: Path) -> None:
    """Nothing is to be mounted here, nor a view above."""
    for mount in mounts.mounts():
        if mount.fstype == mounts.FSTYPE and mount.path in path.parents:
            raise MountPointInView(
                f"{path} lies in the view at {mount.path}", hint="choose a path outside of views"
            )
    here = mounts.mounted_at(path)
    if not here:
        return
    if not (all(mount.fstype == mounts.FSTYPE for mount in here) and _is_dead(path)):
        raise MountPointInUse(
            f"{path} has a {here[-1].fstype} mounted on it", hint="choose another path"
        )
    mounts.detach(path)


def _is_dead(path: Path) -> bool:
    try:
        os.statvfs(path)
    except OSError as error:
        return error.errno == errno.ENOTCONN
    return False


def _make(path: Path) -> MountPoint:
    try:
        path.mkdir()
    except FileNotFoundError as error:
        raise MountParentMissing(
            f"{path.parent} does not exist", hint=f"mkdir -p {path.parent}"
        ) from error
    except OSError as error:
        raise _forbidden(path, error) from error
    return MountPoint(path, made=True)


def _check_folder(path: Path) -> None:
    try:
        entries = os.listdir(path)
    except OSError as error:
        raise _forbidden(path, error) from error
    if entries:
        raise MountPointNotEmpty(
            f"{path} is not empty", hint="choose an empty folder, or a path that does not exist"
        )
    if not os.access(path, os.W_OK):
        raise _forbidden(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _is_file(path: Path) -> MountPointIsFile:
    return MountPointIsFile(
        f"{path} is not a folder", hint="choose a folder, or a path that does not exist"
    )


def _forbidden(path: Path, error: OSError) -> MountPointForbidden:
    return MountPointForbidden(
        f"{path} cannot be used: {error.strerror}", hint="choose a folder that you may write to"
    )
