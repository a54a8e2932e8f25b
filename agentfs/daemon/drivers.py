"""Runs a merge driver: a program that the user's git settings name for a path.

As git runs it: through a shell in the user's working tree, with the trunk's side as "ours".  Only
settings name programs, never a file of the repository.  What the driver leaves as a conflict is
one of the whole file: markers are no regions, and the trunk holds none.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import trio

from agentfs.merge.filemerge import FileMerge
from agentfs.merge.values import Clean, MergeResult

BASE_LABEL: Final = "base"
LEFT_LABEL: Final = "trunk"
RIGHT_LABEL: Final = "save"
_PLACE: Final = re.compile(r"%([OABLPSXY%])")
_FAILED: Final = 128
"""A status above it is a failure of the driver; up to it, the number of conflicts."""


class DriverFailed(Exception):
    """It was not there, was killed, or said that it failed."""


async def merge_by_driver(file: FileMerge, folder: Path) -> MergeResult:
    """Raises DriverFailed.  When cancelled, the program and its children are killed."""
    with tempfile.TemporaryDirectory(prefix="agentfs-merge-") as place:
        sides = {"O": Path(place, "base"), "A": Path(place, "ours"), "B": Path(place, "theirs")}
        for side, text in zip(sides.values(), (file.base, file.left, file.right), strict=True):
            await trio.Path(side).write_bytes(text)
        status = await _status(_command(file, sides), folder)
        if status < 0 or status > _FAILED:
            raise DriverFailed(f"status {status}")
        if status:
            return file.undecided()
        text = await trio.Path(sides["A"]).read_bytes()
        return MergeResult((Clean(text),) if text else ())


def _command(file: FileMerge, sides: Mapping[str, Path]) -> str:
    places = {key: shlex.quote(str(side)) for key, side in sides.items()} | {
        "L": str(file.policy.marker_size),
        "P": shlex.quote(os.fsdecode(file.path)),
        "S": BASE_LABEL,
        "X": LEFT_LABEL,
        "Y": RIGHT_LABEL,
        "%": "%",
    }
    return _PLACE.sub(lambda found: places[found[1]], file.policy.command)


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
