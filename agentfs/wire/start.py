"""Reach the coordinator, and start it if none runs.  Blocking; for commands and for views.

Any number of processes may do this at once: they queue for a lock on ``run/start.lock``, the
first of them starts the coordinator, the others find it.  The coordinator is detached: it
outlives whoever started it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from agentfs.model.errors import AgentfsError
from agentfs.wire import address
from agentfs.wire.address import NoCoordinator
from agentfs.wire.errors import RemoteError
from agentfs.wire.framing import Deframer, decode_reply
from agentfs.wire.messages import Failure

MODULE: Final = "agentfs.daemon.coordinator"
ALREADY_RUNS: Final = "already-runs"
"""Code of the error of a coordinator that finds another one serving."""
TIMEOUT: Final = 120.0
"""Seconds.  Starting takes 0.3 s, but what a crash left may have to be written again."""


class NotInitialized(AgentfsError):
    """The user's: the repository was never made ready for agentfs."""

    code = "not-initialized"


class CoordinatorFailed(AgentfsError):
    """The coordinator could not start, and could not say why."""

    code = "coordinator-failed"


def ensure_coordinator(
    git_dir: Path, run: Path, *, environment: Mapping[str, str] | None = None
) -> socket.socket:
    """A connection to the coordinator of the repository, which is started if need be.

    `git_dir` is the repository's common git folder, `run` its ``agentfs/run``;
    `environment` is for the coordinator, ours if None.  Raises NotInitialized,
    CoordinatorFailed, and RemoteError for what the coordinator itself found wrong.
    """
    with contextlib.suppress(NoCoordinator):
        return address.connect(run / "socket")
    with _only_starter(run):
        # Whoever held the lock before us has most likely started it.
        with contextlib.suppress(NoCoordinator):
            return address.connect(run / "socket")
        try:
            _start(git_dir, run, os.environ if environment is None else environment)
        except RemoteError as error:
            # Started by someone who was killed while it started.
            if error.code != ALREADY_RUNS:
                raise
        return address.connect(run / "socket")


@contextlib.contextmanager
def _only_starter(run: Path) -> Iterator[None]:
    try:
        fd = os.open(run / "start.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotInitialized(
            "this repository is not ready for agentfs", hint="run `agentfs init`"
        ) from error
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


def _start(git_dir: Path, run: Path, environment: Mapping[str, str]) -> None:
    """Returns when the coordinator listens.  It says so, or what is wrong, through a pipe."""
    reader, writer = os.pipe()
    try:
        process = _spawn(git_dir, writer, environment)
    except BaseException:
        os.close(reader)
        raise
    finally:
        os.close(writer)
    try:
        _await_ready(reader, run)
    finally:
        os.close(reader)
        # It forked and ended, so that the coordinator is nobody's child and no zombie; or it
        # hangs before that, and is of no use.
        process.kill()
        process.wait()


def _spawn(git_dir: Path, ready: int, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", MODULE, "--ready-fd", str(ready), str(git_dir)],
        pass_fds=(ready,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=_without_git(environment),
    )


def _without_git(environment: Mapping[str, str]) -> dict[str, str]:
    """We may run in a git hook, whose GIT_DIR and the like mean another repository."""
    return {name: value for name, value in environment.items() if not name.startswith("GIT_")}


def _await_ready(reader: int, run: Path) -> None:
    deframer = Deframer()
    deadline = time.monotonic() + TIMEOUT
    poll = select.poll()
    poll.register(reader, select.POLLIN)
    while (payload := deframer.take()) is None:
        left = max(0.0, deadline - time.monotonic())
        data = os.read(reader, 1 << 16) if poll.poll(1000 * left) else b""
        if not data:
            raise CoordinatorFailed(
                "the coordinator does not start", hint=f"its log is {run / 'coordinator.log'}"
            )
        deframer.feed(data)
    answer = decode_reply(payload).answer
    if isinstance(answer, Failure):
        raise RemoteError(answer)
