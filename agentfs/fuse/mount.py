"""pyfuse3's session: one mount a process, its options, its end.

Root mounts by itself, since that works over the mount that a dead view left: at no moment
does the bare folder below show, where a write would be lost.  Everyone else needs fusermount3.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pyfuse3

from agentfs.model.errors import AgentfsError

SOURCE: Final = "agentfs:"
"""A mount's source is this and the repository's common git folder, percent-encoded."""
_TYPE: Final = "fuse.agentfs"
_NOSUID: Final = 2
_NODEV: Final = 4
_mount: Final = ctypes.CDLL(None, use_errno=True).mount
"""mount(2); found once, in the zygote."""


class MountFailed(AgentfsError):
    """The kernel, or fusermount3, did not mount."""

    code = "mount-failed"


def mount(operations: pyfuse3.Operations, path: str, git_dir: Path) -> None:
    """Raises MountFailed."""
    # libfuse takes options apart at commas and pyfuse3 wants ASCII.
    source = f"{SOURCE}{quote(os.fsencode(git_dir), safe='/')}"
    try:
        if os.geteuid() == 0:
            pyfuse3.init(operations, f"/dev/fd/{_mount_as_root(source, path)}", set())
        else:
            options = {"default_permissions", "subtype=agentfs", f"fsname={source}"}
            pyfuse3.init(operations, path, options)
    except (OSError, RuntimeError) as error:
        raise MountFailed(
            f"cannot mount at {path}: {error}", hint="see the view's log for what the system said"
        ) from error


def _mount_as_root(source: str, path: str) -> int:
    """The descriptor that the kernel's requests come from.  Raises OSError."""
    fd = os.open("/dev/fuse", os.O_RDWR | os.O_CLOEXEC)
    data = f"fd={fd},rootmode=40000,user_id=0,group_id=0,default_permissions"
    failed = _mount(
        source.encode(), os.fsencode(path), _TYPE.encode(), _NOSUID | _NODEV, data.encode()
    )
    if failed:
        os.close(fd)
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return fd


async def serve() -> None:
    """Until the view is unmounted."""
    # A close waits for the coordinator; a lookup must find a free task all the same.
    await pyfuse3.main(min_tasks=2, max_tasks=512)


def close() -> None:
    """After `serve`: frees the session."""
    pyfuse3.close(unmount=True)
