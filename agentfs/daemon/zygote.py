"""The zygote: a small process that has everything a view needs imported, and forks views.

It serves one coordinator over a socket that it was started with, and ends with it; the views
that it forked live on.  It must stay single-threaded and open neither the log nor a trio
loop, since a fork copies none of these whole.

    python -m agentfs.daemon.zygote FD
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Final

import msgspec

from agentfs.daemon import mountpoint
from agentfs.daemon.pidfile import PidFile
from agentfs.daemon.reportfile import log_to
from agentfs.daemon.viewconfig import ViewConfig, pid_file
from agentfs.model.errors import AgentfsError

REQUEST_LIMIT: Final = 1 << 16
"""Bytes of a request: a config is a few paths."""


class Forked(msgspec.Struct, frozen=True):
    """The answer to a ViewConfig; with a pid comes the process's pidfd."""

    pid: int
    errno: int = 0
    """Why there is none."""


def fork_views(control: socket.socket) -> ViewConfig | None:
    """Fork a process for each config that `control` brings.

    Returns its config in each of the processes forked, and None in the zygote itself, once
    the coordinator is gone.
    """
    # The kernel then reaps the views; their deaths are the coordinator's to see, by pidfd.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while request := _receive(control):
        config = msgspec.msgpack.decode(request, type=ViewConfig)
        try:
            pid = os.fork()
        except OSError as error:
            _answer(control, Forked(0, error.errno or errno.EAGAIN), [])
            continue
        if pid == 0:
            return config
        _answer_forked(control, pid)
    return None


def become_view(config: ViewConfig) -> PidFile:
    """In a process just forked: be a daemon of its own, that reports to the view's log."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.closerange(3, 1 + max(int(name) for name in os.listdir("/proc/self/fd")))
    log = os.open(config.view_dir.log_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    # For `ps`, which would otherwise show a zygote.
    Path("/proc/self/comm").write_text("agentfs-view")
    gc.enable()
    return PidFile(pid_file(config.view_dir))


def _receive(control: socket.socket) -> bytes:
    try:
        return control.recv(REQUEST_LIMIT)
    except ConnectionResetError:
        return b""


def _answer_forked(control: socket.socket, pid: int) -> None:
    try:
        pidfd = os.pidfd_open(pid)
    except OSError as error:
        _answer(control, Forked(0, error.errno or errno.ESRCH), [])
        return
    _answer(control, Forked(pid), [pidfd])
    os.close(pidfd)


def _answer(control: socket.socket, answer: Forked, fds: list[int]) -> None:
    try:
        socket.send_fds(control, [msgspec.msgpack.encode(answer)], fds)
    except (BrokenPipeError, ConnectionResetError):
        # The coordinator died; its successor finds the view by its pid file and its Hello.
        return


def main() -> None:
    gc.disable()
    # Imported here and not above: this process alone needs all of it.
    from agentfs.daemon import rehearsal, view  # noqa: PLC0415
    from agentfs.pipeline import fanout  # noqa: PLC0415

    fanout.preload()
    rehearsal.rehearse()
    # Which for a view is the view's own log.
    log_to(1)
    # What is there now is never garbage; a collection that looked at it would copy its pages.
    gc.freeze()
    control = socket.socket(fileno=int(sys.argv[1]))
    config = fork_views(control)
    if config is None:
        return
    control.detach()
    try:
        held = become_view(config)
        mountpoint.clear(Path(config.mount_path))
        view.main(config)
    except AgentfsError as error:
        # One line, which the coordinator takes from the log and tells the user.
        sys.exit(str(error))
    held.release()


if __name__ == "__main__":
    main()
