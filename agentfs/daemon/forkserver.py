"""The coordinator's hold on its zygote: starts it, asks it for views, replaces it if it dies."""

from __future__ import annotations

import array
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

import msgspec
import structlog
import trio

from agentfs.daemon.process import Process
from agentfs.daemon.viewconfig import ViewConfig
from agentfs.daemon.zygote import Forked
from agentfs.model.errors import AgentfsError

COMMAND: Final = (sys.executable, "-X", "no_debug_ranges", "-m", "agentfs.daemon.zygote")
"""Without the tables that underline parts of a line in tracebacks: memory of every view."""
_ANSWER_LIMIT: Final = 4096
_log = structlog.get_logger()


class CannotFork(AgentfsError):
    """The machine's: no process could be made for a view."""

    code = "cannot-fork"


class _ZygoteDied(Exception):
    """The zygote is gone, and did not do what it was asked to."""


class _Zygote:
    """One zygote process, and our end of its socket."""

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self._process = process
        self._control = trio.socket.from_stdlib_socket(control)

    async def fork(self, config: ViewConfig) -> Process:
        """Raises CannotFork, _ZygoteDied."""
        try:
            await self._control.send(msgspec.msgpack.encode(config))
            space = socket.CMSG_LEN(array.array("i").itemsize)
            data, ancillary, _, _ = await self._control.recvmsg(
                _ANSWER_LIMIT, space, socket.MSG_CMSG_CLOEXEC
            )
        except (BrokenPipeError, ConnectionResetError) as error:
            raise _ZygoteDied from error
        if not data:
            raise _ZygoteDied
        answer = msgspec.msgpack.decode(data, type=Forked)
        if not ancillary:
            raise CannotFork(f"no process for the view: {os.strerror(answer.errno)}")
        return Process(answer.pid, int.from_bytes(ancillary[0][2][:4], sys.byteorder))

    async def close(self) -> None:
        """It ends when it sees that we are gone; it is in nothing that must be finished."""
        self._control.close()
        await trio.to_thread.run_sync(self._process.wait)


def _start(command: Sequence[str]) -> tuple[subprocess.Popen[bytes], socket.socket]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [*command, str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            cwd="/",
            # A signal to the coordinator's group is not for the zygote: it ends with us.
            start_new_session=True,
        )
    return process, ours


class ForkServer:
    """Forks views.  For one trio loop."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = command
        self._lock = trio.Lock()
        self._zygote: _Zygote | None = None

    async def start(self) -> None:
        """Start the zygote, so that the first view need not wait for its imports."""
        async with self._lock:
            await self._started()

    async def fork(self, config: ViewConfig) -> Process:
        """A new process that becomes the view.  Raises CannotFork."""
        process: Process | None = None
        # Not to be cancelled between request and answer: the next would take that answer.
        with trio.CancelScope(shield=True):
            async with self._lock:
                process = await self._try_fork(config) or await self._try_fork(config)
        if process is None:
            raise CannotFork(
                "the process that forks views does not start",
                hint="see agentfs/run/coordinator.log in the git folder",
            )
        return process

    async def _try_fork(self, config: ViewConfig) -> Process | None:
        """None if the zygote died; the next try has another."""
        try:
            return await (await self._started()).fork(config)
        except _ZygoteDied:
            _log.warning("the zygote died")
            await self._close()
            return None

    async def close(self) -> None:
        with trio.CancelScope(shield=True):
            async with self._lock:
                await self._close()

    async def _started(self) -> _Zygote:
        if self._zygote is None:
            self._zygote = _Zygote(*await trio.to_thread.run_sync(_start, self._command))
        return self._zygote

    async def _close(self) -> None:
        zygote, self._zygote = self._zygote, None
        if zygote is not None:
            await zygote.close()
