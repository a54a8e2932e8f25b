"""Running a merge driver of the user's: a program that git's settings name for some paths.

By git's rules (`git help gitattributes`): a shell runs the command with names of temporary
files in it, the result is what it leaves in the left one.  It runs in a process group of its
own, which ends with it or with its time.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import RepoPath

_PLACEHOLDER: Final = re.compile(r"%([OABLPSXY%])")
LARGEST_CONFLICT: Final = 128
"""A status above it is no number of conflicts but a failure, and so is a signal."""


class MergeDriverFailed(AgentfsError):
    """The user's, or their program's: it did not merge."""

    code = "merge-driver-failed"


@dataclass(frozen=True, slots=True)
class DriverInput:
    base: bytes
    left: bytes
    right: bytes
    path: RepoPath
    """Where the result will be."""
    marker_size: int
    labels: tuple[str, str, str] = ("left", "base", "right")


@dataclass(frozen=True, slots=True)
class DriverResult:
    text: bytes
    """With conflict markers of the program's own, if it is not clean."""
    clean: bool


def run_driver(
    command: str, given: DriverInput, folder: Path, *, budget: float | None = None
) -> DriverResult:
    """`command` has placeholders; it runs in `folder`, for at most `budget` seconds.

    Raises MergeDriverFailed.
    """
    with tempfile.TemporaryDirectory(prefix="agentfs-merge-") as made:
        files = {"O": Path(made, "base"), "A": Path(made, "left"), "B": Path(made, "right")}
        for file, text in zip(files.values(), (given.base, given.left, given.right), strict=True):
            file.write_bytes(text)
        status = _run(filled_in(command, files, given), folder, budget)
        if not 0 <= status <= LARGEST_CONFLICT:
            raise MergeDriverFailed(
                f"the merge driver failed with status {status}: {command}",
                hint="see merge.NAME.driver in git's settings",
            )
        try:
            return DriverResult(files["A"].read_bytes(), status == 0)
        except OSError as error:
            raise MergeDriverFailed(f"the merge driver left no result: {command}") from error


def filled_in(command: str, files: Mapping[str, Path], given: DriverInput) -> str:
    """`command` for the shell; `files` are those of ``%O``, ``%A`` and ``%B``."""
    left, base, right = given.labels
    words = {
        **{letter: str(file) for letter, file in files.items()},
        "L": str(given.marker_size),
        "P": os.fsdecode(given.path),
        "S": base,
        "X": left,
        "Y": right,
    }
    return _PLACEHOLDER.sub(
        lambda found: "%" if found[1] == "%" else shlex.quote(words[found[1]]), command
    )


def _run(command: str, folder: Path, budget: float | None) -> int:
    process = subprocess.Popen(
        ["/bin/sh", "-c", command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        # Stdout may be where our own result goes.
        stdout=2,
        start_new_session=True,
    )
    try:
        return process.wait(budget)
    except subprocess.TimeoutExpired:
        raise MergeDriverFailed(f"the merge driver took more than {budget} s: {command}") from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
