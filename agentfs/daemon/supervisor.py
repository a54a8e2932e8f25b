"""The views of a repository: mounts and unmounts them, and has each kept mounted.

What should be mounted is what the log says; `restore` makes that true again after a crash.
Invariant: what the log calls mounted has a keeper, and nothing else has.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Final

import trio

from agentfs.daemon import mountpoint, mounts
from agentfs.daemon.forkserver import ForkServer
from agentfs.daemon.keeper import MountFailed, NotMounted, ViewKeeper
from agentfs.daemon.mountpoint import MountPoint, MountPointForbidden, MountPointInUse
from agentfs.daemon.mounts import MountBusy
from agentfs.daemon.viewconfig import made_marker
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Mounted, Unmounted
from agentfs.model.ids import AgentName
from agentfs.model.rows import ViewRow
from agentfs.pipeline.faults import fault
from agentfs.pipeline.record import Recorder
from agentfs.trunk.layout import StateDir
from agentfs.wire.messages import Hello, Mount, MountedAt

UNMOUNT_TIMEOUT: Final = 10.0
AT_ONCE: Final = 16
"""Views unmounted at the same time when all are."""


class AlreadyMounted(AgentfsError):
    """The user's: an agent has one view."""

    code = "already-mounted"


class ViewHangs(AgentfsError):
    """The view does not answer, so its mount cannot be taken away in good order."""

    code = "view-hangs"


class Supervisor:
    """Its keepers live in `nursery`; cancelled with it, they leave the views mounted."""

    def __init__(
        self,
        state: StateDir,
        recorder: Recorder,
        forks: ForkServer,
        died: Callable[[AgentName], None],
        nursery: trio.Nursery,
    ) -> None:
        self._state = state
        self._recorder = recorder
        self._forks = forks
        self._died = died
        self._nursery = nursery
        self._keepers: dict[AgentName, ViewKeeper] = {}
        self._agents: dict[int, AgentName] = {}
        self._locks: defaultdict[AgentName, trio.Lock] = defaultdict(trio.Lock)

    @property
    def mounted(self) -> list[AgentName]:
        return list(self._keepers)

    @property
    def problems(self) -> list[str]:
        """Of views that are not mounted though they should be, a sentence each."""
        return [keeper.problem for keeper in self._keepers.values() if keeper.problem]

    def restore(self, rows: Iterable[ViewRow]) -> None:
        """Keep mounted what the log says is; adopts view processes that live."""
        for row in rows:
            if row.mounted:
                made = made_marker(self._state.view(row.agent)).exists()
                self._keep(self._keeper(row, MountPoint(Path(row.path), made)))

    def hello(self, body: Hello) -> None:
        """Raises NotMounted: then the process has no business being there."""
        self._keeper_of(body.agent).hello(body.pid)
        self._agents[body.pid] = body.agent

    def agent_of(self, pid: int) -> AgentName | None:
        """Whose view the process serves; None for all that are no view's."""
        agent = self._agents.get(pid)
        keeper = self._keepers.get(agent) if agent is not None else None
        if keeper is not None and keeper.pid == pid:
            return agent
        self._agents.pop(pid, None)
        return None

    async def mount(self, body: Mount) -> MountedAt:
        """Mount a view; it serves when this returns.

        Raises AlreadyMounted, MountFailed, CannotFork, and all that `mountpoint.prepare`
        raises; nothing is left mounted then.
        """
        begun = trio.current_time()
        async with self._locks[body.agent]:
            if (keeper := self._keepers.get(body.agent)) is not None:
                raise AlreadyMounted(
                    f"{body.agent} is mounted at {keeper.point.path}",
                    hint="unmount it first, or use it there",
                )
            self._refuse_git_folder(Path(body.path))
            point = await trio.to_thread.run_sync(mountpoint.prepare, Path(body.path))
            keeper = await self._mount_at(point, body)
        milliseconds = 1000 * (trio.current_time() - begun)
        return MountedAt(path=str(point.path), pid=keeper.pid or 0, milliseconds=milliseconds)

    async def unmount(self, agent: AgentName, *, force: bool) -> None:
        """Raises NotMounted, and MountBusy, ViewHangs or UnmountFailed, with the view left
        as it was."""
        async with self._locks[agent]:
            keeper = self._keeper_of(agent)
            await self._take_down(keeper, force=force)
            fault("unmount.taken-down")
            try:
                await self._recorder.run(lambda appender: appender.append(Unmounted(agent=agent)))
            except AgentfsError:
                # The log goes on saying that it is mounted, so it has to be.
                self._resume(keeper)
                raise
            del self._keepers[agent]
            await trio.to_thread.run_sync(self._release, agent, keeper.point)

    async def unmount_all(self) -> None:
        """Those in use too.  Raises the first error; the others are unmounted all the same."""
        errors: list[AgentfsError] = []

        async def one(agent: AgentName) -> None:
            try:
                await self._unmount_somehow(agent)
            except NotMounted:
                return
            except AgentfsError as error:
                errors.append(error)

        await self._for_all(one)
        if errors:
            raise errors[0]

    async def detach_all(self) -> None:
        """Take all mounts away, used or not, and leave the log saying that they are mounted:
        the next coordinator mounts them again."""

        async def one(agent: AgentName) -> None:
            async with self._locks[agent]:
                if agent in self._keepers:
                    # One that cannot be taken away stays; there is nobody left to tell.
                    with contextlib.suppress(AgentfsError):
                        await self._take_down(self._keepers[agent], force=True)

        await self._for_all(one)

    def _keeper_of(self, agent: AgentName) -> ViewKeeper:
        try:
            return self._keepers[agent]
        except KeyError:
            raise NotMounted(
                f"{agent} is not mounted", hint=f"mount it with `agentfs mount {agent}`"
            ) from None

    def _keeper(self, view: ViewRow | Mount, point: MountPoint) -> ViewKeeper:
        keeper = ViewKeeper(
            self._state, self._forks, view.agent, point, view.mode, view.pin, self._died
        )
        self._keepers[view.agent] = keeper
        return keeper

    def _keep(self, keeper: ViewKeeper) -> None:
        self._nursery.start_soon(keeper.serve, name=f"keeper of {keeper.agent}")

    def _resume(self, keeper: ViewKeeper) -> None:
        if keeper.resume():
            self._keep(keeper)

    async def _mount_at(self, point: MountPoint, body: Mount) -> ViewKeeper:
        # Another agent's view may be about to be mounted here, and not yet be seen.
        if any(keeper.point.path == point.path for keeper in self._keepers.values()):
            raise MountPointInUse(f"{point.path} is another view's", hint="choose another path")
        event = Mounted(agent=body.agent, path=str(point.path), mode=body.mode, pin=body.pin)
        keeper = self._keeper(body, point)
        in_log = True
        try:
            await trio.to_thread.run_sync(self._claim, body.agent, point)
            try:
                await self._recorder.run(lambda appender: appender.append(event))
            except AgentfsError:
                in_log = False
                raise
            fault("mount.recorded")
            await keeper.begin()
        except BaseException:
            del self._keepers[body.agent]
            with trio.CancelScope(shield=True):
                await self._unclaim(body.agent, point, in_log=in_log)
            raise
        self._keep(keeper)
        return keeper

    async def _unclaim(self, agent: AgentName, point: MountPoint, *, in_log: bool) -> None:
        if in_log:
            # If even this cannot be recorded, the next coordinator tries to mount the view.
            with contextlib.suppress(AgentfsError):
                await self._recorder.run(lambda appender: appender.append(Unmounted(agent=agent)))
        await trio.to_thread.run_sync(self._release, agent, point)

    async def _unmount_somehow(self, agent: AgentName) -> None:
        try:
            await self.unmount(agent, force=False)
        except (MountBusy, ViewHangs):
            await self.unmount(agent, force=True)

    async def _take_down(self, keeper: ViewKeeper, *, force: bool) -> None:
        keeper.give_up()
        try:
            await self._unmount(keeper.point.path, force=force)
        except BaseException:
            self._resume(keeper)
            raise
        await keeper.end(used=force)

    async def _unmount(self, path: Path, *, force: bool) -> None:
        with trio.move_on_after(UNMOUNT_TIMEOUT):
            take_away = mounts.detach if force else mounts.unmount
            await trio.to_thread.run_sync(take_away, path, abandon_on_cancel=True)
            return
        raise ViewHangs(f"the view at {path} does not answer", hint="unmount with --force")

    async def _for_all(self, do: Callable[[AgentName], Awaitable[None]]) -> None:
        """`do` raises nothing."""
        limiter = trio.CapacityLimiter(AT_ONCE)

        async def limited(agent: AgentName) -> None:
            async with limiter:
                await do(agent)

        async with trio.open_nursery() as nursery:
            for agent in self.mounted:
                nursery.start_soon(limited, agent)

    def _refuse_git_folder(self, path: Path) -> None:
        if path.is_relative_to(self._state.git_dir):
            raise MountPointForbidden(
                f"{path} lies in the repository's git folder", hint="choose a path outside of it"
            )

    def _claim(self, agent: AgentName, point: MountPoint) -> None:
        """Raises MountFailed."""
        view_dir = self._state.view(agent)
        try:
            view_dir.create()
            if point.made:
                made_marker(view_dir).touch()
        except OSError as error:
            raise MountFailed(
                f"{view_dir.root} cannot be made: {error.strerror}",
                hint="see that its disk has space and may be written to",
            ) from error

    def _release(self, agent: AgentName, point: MountPoint) -> None:
        mountpoint.release(point)
        made_marker(self._state.view(agent)).unlink(missing_ok=True)
