"""pyfuse3's session: one mount a process, its options, its end."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import quote

import pyfuse3

from agentfs.model.errors import AgentfsError

SOURCE: Final = "agentfs:"
"""A mount's source is this and the repository's common git folder, percent-encoded."""


class MountFailed(AgentfsError):
    """The kernel, or fusermount3, did not mount."""

    code = "mount-failed"


def mount(operations: pyfuse3.Operations, path: str, git_dir: Path) -> None:
    """Raises MountFailed."""
    options = {
        "default_permissions",
        "subtype=agentfs",
        # libfuse takes options apart at commas and pyfuse3 wants ASCII.
        f"fsname={SOURCE}{quote(str(git_dir), safe='/')}",
    }
    try:
        pyfuse3.init(operations, path, options)
    except RuntimeError as error:
        raise MountFailed(
            f"cannot mount at {path}: {error}", hint="see the view's log for what the system said"
        ) from error


async def serve() -> None:
    """Until the view is unmounted."""
    await pyfuse3.main(min_tasks=2, max_tasks=64)


def unmount() -> None:
    """Ends `serve`."""
    pyfuse3.terminate()


def close() -> None:
    """After `serve`: frees the session, and unmounts if that has not been done."""
    pyfuse3.close(unmount=True)
