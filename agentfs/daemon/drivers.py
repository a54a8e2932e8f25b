"""Runs a merge driver: a program that the user's git settings name for a path.

As git runs it: through a shell in the user's working tree, with the trunk's side as "ours".  Only
settings name programs, never a file of the repository.  What the driver leaves as a conflict is
one of the whole file: markers are no regions, and the trunk holds none.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

import trio

from agentfs.backing.mergedrivers import LARGEST_CONFLICT, DriverInput, filled_in
from agentfs.merge.filemerge import FileMerge
from agentfs.merge.values import Clean, MergeResult

LABELS: Final = ("trunk", "base", "save")
"""What the driver may call the left side, base and the right side."""


class DriverFailed(Exception):
    """It was not there, was killed, or said that it failed."""


async def merge_by_driver(file: FileMerge, folder: Path) -> MergeResult:
    """Raises DriverFailed.  When cancelled, the program and its children are killed."""
    with tempfile.TemporaryDirectory(prefix="agentfs-merge-") as place:
        sides = {"O": Path(place, "base"), "A": Path(place, "ours"), "B": Path(place, "theirs")}
        for side, text in zip(sides.values(), (file.base, file.left, file.right), strict=True):
            await trio.Path(side).write_bytes(text)
        given = DriverInput(
            *(file.base, file.left, file.right, file.path, file.policy.marker_size), labels=LABELS
        )
        status = await _status(filled_in(file.policy.command, sides, given), folder)
        if not 0 <= status <= LARGEST_CONFLICT:
            raise DriverFailed(f"status {status}")
        if status:
            return file.undecided()
        text = await trio.Path(sides["A"]).read_bytes()
        return MergeResult((Clean(text),) if text else ())


async def _status(command: str, folder: Path) -> int:
    try:
        done = await trio.run_process(
            command,
            shell=True,
            cwd=folder,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            deliver_cancel=_kill_all,
        )
    except OSError as error:
        raise DriverFailed(str(error)) from error
    return done.returncode


async def _kill_all(process: trio.Process) -> None:
    """A driver has a session of its own, so this ends what it started too."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
