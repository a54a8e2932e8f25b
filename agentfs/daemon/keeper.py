"""Keeps one view mounted: has a process forked for it, sees it die, has another forked.

Invariant: at most one live process for the view, whoever forked it; its pid file's lock says
which.  A view's process outlives the coordinator, so a keeper looks for a live one first.
"""

from __future__ import annotations

import os
import secrets
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Final

import structlog
import trio

from agentfs.daemon import mounts, pidfile
from agentfs.daemon.forkserver import ForkServer
from agentfs.daemon.mountpoint import MountPoint
from agentfs.daemon.process import Process
from agentfs.daemon.viewconfig import ViewConfig, pid_file
from agentfs.model.errors import AgentfsError
from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName, CommitId, SessionId
from agentfs.trunk.layout import StateDir

HELLO_PATIENCE: Final = 20.0
"""Seconds that a view may take to serve."""
EXIT_PATIENCE: Final = 5.0
"""Seconds that a view may take to end once its mount is gone."""
USED_PATIENCE: Final = 1.0
"""The same if programs used the mount when it was taken: they may never let go of it."""
DEATHS: Final = 5
DEATHS_WITHIN: Final = 10.0
BACK_OFF: Final = 30.0
"""Seconds of pause after `DEATHS` deaths within `DEATHS_WITHIN` seconds."""
_RETRY: Final = 0.02
_LOOK: Final = 0.4
"""Seconds between two looks at whether a view hangs in its death."""
_log = structlog.get_logger()


class MountFailed(AgentfsError):
    """The view's process ended, or hung, before it served."""

    code = "mount-failed"


class NotMounted(AgentfsError):
    """The caller's: no such view is mounted, or not by this process."""

    code = "not-mounted"


class ViewKeeper:
    """Use `begin` for a view that is mounted first, then `serve`; `give_up` ends `serve`."""

    def __init__(
        self,
        state: StateDir,
        forks: ForkServer,
        agent: AgentName,
        point: MountPoint,
        mode: ViewMode,
        pin: CommitId | None,
        died: Callable[[AgentName], None],
    ) -> None:
        """`died` is called each time that the view's process has ended."""
        self.agent: Final = agent
        self.point: Final = point
        self.ended = trio.Event()
        """`serve` is over."""
        self.problem = ""
        """Why the view is not mounted again at once, if it is not."""
        self._state = state
        self._view_dir = state.view(agent)
        self._forks = forks
        self._mode = mode
        self._pin = pin
        self._died = died
        self._given_up = trio.Event()
        self._ready = trio.Event()
        self._process: Process | None = None
        self._deaths: deque[float] = deque(maxlen=DEATHS)

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def hello(self, pid: int) -> None:
        """The view's process serves.  Raises NotMounted if it is not the one that we keep."""
        if self._process is not None and self._process.pid != pid:
            raise NotMounted(f"the view of {self.agent} is served by {self._process.pid}")
        self._ready.set()
        self.problem = ""

    async def begin(self) -> None:
        """Have a process forked and wait until it serves.  Raises MountFailed, CannotFork;
        no process is left then, and nothing mounted."""
        written = _size(self._view_dir.log_file)
        self._process = await self._fork()
        with trio.move_on_after(HELLO_PATIENCE):
            await self._ready_or_dead(self._process)
        if not self._ready.is_set():
            await self._forget_process(self._process)
            raise MountFailed(
                f"the view did not start: {self._last_report(written)}",
                hint=f"its log is {self._view_dir.log_file}",
            )

    async def serve(self) -> None:
        """Keep the view mounted until `give_up` was called and its process has ended."""
        try:
            while not self._given_up.is_set():
                await self._one_life()
        finally:
            self.ended.set()

    def give_up(self) -> None:
        """From now on the view's process is not replaced."""
        self._given_up.set()

    def resume(self) -> bool:
        """Take `give_up` back.  Says whether `serve` had ended and must be called anew."""
        self._given_up = trio.Event()
        had_ended = self.ended.is_set()
        self.ended = trio.Event()
        return had_ended

    async def end(self, *, used: bool = False) -> None:
        """After `give_up`, with the mount gone: wait for the process's end, or make it end."""
        with trio.move_on_after(USED_PATIENCE if used else EXIT_PATIENCE):
            await self.ended.wait()
            return
        if self._process is not None:
            await self._process.end()
        await self.ended.wait()

    async def _one_life(self) -> None:
        if self._process is None:
            try:
                self._process = await self._find() or await self._fork()
            except (AgentfsError, OSError) as error:
                self.problem = f"{self.agent} is not mounted: {error}"
                _log.error("a view cannot be mounted", agent=self.agent, error=str(error))
                await self._pause(BACK_OFF)
                return
        await self._until_dead(self._process)
        self._process.close()
        self._process = None
        self._ready = trio.Event()
        self._died(self.agent)
        if not self._given_up.is_set():
            await self._after_death()

    async def _until_dead(self, process: Process) -> None:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._let_go, process)
            await process.wait()
            nursery.cancel_scope.cancel()

    async def _let_go(self, process: Process) -> None:
        """A view that is killed while it tells the kernel of a stale entry can wait for a
        folder's lock, whose owner waits for an answer of that view: neither ends, and a kill
        is of no use.  So its connection is broken off."""
        seen = False
        while True:
            await trio.sleep(_LOOK)
            now = process.is_half_dead()
            if now and seen:
                _log.warning("a view hangs in its death", agent=self.agent)
                await trio.to_thread.run_sync(mounts.abort, self.point.path, abandon_on_cancel=True)
            seen = now

    async def _after_death(self) -> None:
        _log.warning("a view died", agent=self.agent)
        now = trio.current_time()
        self._deaths.append(now)
        if len(self._deaths) == DEATHS and now - self._deaths[0] <= DEATHS_WITHIN:
            self._deaths.clear()
            self.problem = (
                f"the view of {self.agent} died {DEATHS} times in {DEATHS_WITHIN:.0f} s; "
                f"its log is {self._view_dir.log_file}"
            )
            _log.error("a view keeps dying", agent=self.agent)
            await self._pause(BACK_OFF)

    async def _pause(self, seconds: float) -> None:
        with trio.move_on_after(seconds):
            await self._given_up.wait()

    async def _find(self) -> Process | None:
        """The live process that holds the view's pid file, if there is one."""
        path = pid_file(self._view_dir)
        while (pid := await trio.to_thread.run_sync(pidfile.holder, path)) is not None:
            process = Process.of(pid) if pid else None
            if process is not None:
                return process
            # The file changes hands just now, and does not yet say whose it is.
            await trio.sleep(_RETRY)
        return None

    async def _fork(self) -> Process:
        return await self._forks.fork(
            ViewConfig(
                git_dir=str(self._state.git_dir),
                agent=self.agent,
                session=SessionId(secrets.token_hex(8)),
                mount_path=str(self.point.path),
                mode=self._mode,
                pin=self._pin,
            )
        )

    async def _ready_or_dead(self, process: Process) -> None:
        async with trio.open_nursery() as nursery:

            async def watch() -> None:
                await process.wait()
                nursery.cancel_scope.cancel()

            nursery.start_soon(watch)
            await self._ready.wait()
            nursery.cancel_scope.cancel()

    async def _forget_process(self, process: Process) -> None:
        with trio.CancelScope(shield=True):
            await process.end()
            process.close()
            self._process = None
            await trio.to_thread.run_sync(mounts.detach, self.point.path)

    def _last_report(self, written: int) -> str:
        """The last line that the process wrote to the view's log."""
        try:
            with self._view_dir.log_file.open("rb") as log:
                log.seek(written)
                lines = log.read().decode(errors="replace").split("\n")
        except FileNotFoundError:
            lines = []
        return next((line for line in reversed(lines) if line.strip()), self._silence())

    def _silence(self) -> str:
        # On a full disk its reports are lost.
        full = os.statvfs(self._view_dir.root).f_bavail == 0
        return "there is no space left for its files" if full else "it said nothing"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
