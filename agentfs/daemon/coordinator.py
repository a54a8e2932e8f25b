"""The coordinator's program: one process a repository, the only writer of log and trunk.

    python -m agentfs.daemon.coordinator [--ready-fd FD] GIT_COMMON_DIR

With ``--ready-fd`` it detaches from who started it, and writes a Reply to that descriptor:
Done when it serves, or the Failure that keeps it from serving.  Without, it stays in the
foreground and says what is wrong on stderr.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import sys
import time
from pathlib import Path
from typing import Final

import structlog
import trio

from agentfs.daemon import wiring
from agentfs.daemon.pidfile import AlreadyRuns, PidFile
from agentfs.daemon.report import report_to
from agentfs.model.errors import AgentfsError
from agentfs.trunk.layout import StateDir
from agentfs.wire import address
from agentfs.wire.address import NoCoordinator
from agentfs.wire.errors import to_failure
from agentfs.wire.framing import encode
from agentfs.wire.messages import Done, Failure, Reply
from agentfs.wire.start import NotInitialized

PATIENCE: Final = 15.0
"""Seconds that a predecessor which is stopping may take to end."""
LOG_LIMIT: Final = 8 << 20
"""Bytes of the log file at which it is set aside when a coordinator starts."""


def main() -> int:
    arguments = _arguments()
    state = StateDir.of(arguments.git_dir.resolve())
    if arguments.ready_fd is not None:
        _detach()
    try:
        _serve(state, arguments.ready_fd)
    except AgentfsError as error:
        structlog.get_logger().error("the coordinator cannot run", error=str(error))
        _tell(arguments.ready_fd, to_failure(error))
        if arguments.ready_fd is None:
            sys.stderr.write(f"agentfs: {error}\n")
        return 1
    return 0


def _serve(state: StateDir, ready_fd: int | None) -> None:
    if not state.run.is_dir():
        raise NotInitialized(
            f"{state.git_dir} is not set up for agentfs", hint="run `agentfs init`"
        )
    _prepare_process(state, detached=ready_fd is not None)
    _claim(state)
    with wiring.opened(state) as engines:
        trio.run(wiring.serve, engines, lambda: _tell(ready_fd, Done()))


def _claim(state: StateDir) -> None:
    """Be the one coordinator.  Raises AlreadyRuns if another serves; one that is about to end
    is waited for.

    Two can be started at once: who started the first may have died, and its lock with it.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            PidFile(state.pid)
            return
        except AlreadyRuns:
            if time.monotonic() >= deadline or _serves(state):
                raise


def _serves(state: StateDir) -> bool:
    """One that is about to end has taken its socket away."""
    try:
        address.connect(state.socket).close()
    except NoCoordinator:
        return False
    return True


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m agentfs.daemon.coordinator")
    parser.add_argument("--ready-fd", type=int)
    parser.add_argument("git_dir", type=Path)
    return parser.parse_args()


def _detach() -> None:
    """Go on in a process that has no parent to wait for it and no terminal."""
    if os.fork() != 0:
        os._exit(0)
    os.setsid()


def _prepare_process(state: StateDir, *, detached: bool) -> None:
    # In no folder that somebody may want to unmount.
    os.chdir("/")
    # A connection and a pidfd for each view.
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    log = _open_log(state.run / "coordinator.log")
    if detached:
        os.dup2(log, 1)
        os.dup2(log, 2)
    report_to(log)


def _open_log(path: Path) -> int:
    if path.exists() and path.stat().st_size > LOG_LIMIT:
        path.replace(path.with_suffix(".log.old"))
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)


def _tell(ready_fd: int | None, answer: Done | Failure) -> None:
    if ready_fd is not None:
        # Who started us may be dead by now; others want us all the same.
        with contextlib.suppress(BrokenPipeError), open(ready_fd, "wb") as pipe:
            pipe.write(encode(Reply(0, answer)))


if __name__ == "__main__":
    sys.exit(main())
