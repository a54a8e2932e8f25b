"""The one place that builds the coordinator's parts and connects them.

Nothing is decided here but who knows whom, and in which order things start and end.
"""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import structlog
import trio

from agentfs.daemon.forkserver import ForkServer
from agentfs.daemon.locking import Locking
from agentfs.daemon.publishing import Publishing
from agentfs.daemon.server import Server
from agentfs.daemon.service import Service
from agentfs.daemon.supervisor import Supervisor
from agentfs.daemon.workers import MergeWorkers, open_workers
from agentfs.eventlog.log import EventLog
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Initialized
from agentfs.model.ids import AgentName
from agentfs.model.scopes import Scope
from agentfs.pipeline.fanout import Doorbell
from agentfs.pipeline.heldback import HeldBack
from agentfs.pipeline.locking import Locks
from agentfs.pipeline.nearby import nearby
from agentfs.pipeline.publish import Publisher
from agentfs.pipeline.record import Recorder
from agentfs.pipeline.recover import recover
from agentfs.pipeline.settings import LockSettings, read_settings
from agentfs.pipeline.settle import Settler
from agentfs.trunk.branch import TrunkBranch
from agentfs.trunk.exclude import exclude
from agentfs.trunk.layout import StateDir
from agentfs.trunk.objects import ObjectStore
from agentfs.trunk.repository import discover
from agentfs.wire import address
from agentfs.wire.messages import Lock
from agentfs.wire.start import NotInitialized

CONTROL: Final = ".agentfs"
LAST_ANSWERS: Final = 5.0
"""Seconds that requests under way get when the coordinator stops."""
CHECK_READERS_EVERY: Final = 60.0
CHECKPOINT_EVERY: Final = 30.0
_log = structlog.get_logger()


@dataclass(frozen=True)
class Engines:
    """What is opened before anything runs."""

    state: StateDir
    log: EventLog
    store: ObjectStore
    branch: TrunkBranch
    checked_out: Callable[[], Path | None]
    settings: LockSettings
    folder: Path
    """The root of the user's working tree, or the git folder of a bare repository."""


@contextmanager
def opened(state: StateDir) -> Iterator[Engines]:
    """Open log and repository and mend what a crash left.

    Raises BadSetting, NotInitialized, LogDamaged, LogTooNew, and what `recover` raises.
    """
    settings = read_settings(state.config)
    with EventLog.open(state.log) as log:
        log.reader_check()
        exclude(state.git_dir, f"/{CONTROL}/", "the control folder in the views of agentfs")
        store = ObjectStore(state.git_dir)
        branch = TrunkBranch(state.git_dir, _initialized(log).trunk_ref)
        repository = discover(state.git_dir)

        def checked_out() -> Path | None:
            """Where the user has the trunk's branch; a view that has is not the user."""
            with log.snapshot() as tables:
                ours = [Path(row.path) for row in tables.views()]
            return repository.checked_out_at(branch.ref, ours=ours)

        found = recover(log, state.git_dir, branch, checked_out=checked_out(), clock=time.time_ns)
        _log.info("recovered", remade=found.remade, unpublished=list(found.unpublished))
        folder = repository.worktree or repository.common_dir
        yield Engines(state, log, store, branch, checked_out, settings, folder)


async def serve(engines: Engines, ready: Callable[[], None]) -> None:
    """Be the coordinator until asked to stop.  `ready` is called when clients are heard."""
    async with open_workers(engines.folder) as workers, trio.open_nursery() as nursery:
        await _Coordinator(engines, workers, nursery).run(ready)
        nursery.cancel_scope.cancel()


class _Coordinator:
    """The parts, and the order in which they start and stop."""

    def __init__(self, engines: Engines, workers: MergeWorkers, nursery: trio.Nursery) -> None:
        self._engines = engines
        self._nursery = nursery
        self._workers = workers
        self._bell = Doorbell(engines.state.doorbell)
        self._recorder = Recorder(engines.log, self._bell.ring)
        self._publisher = self._make_publisher()
        self._locks = Locks()
        self._held_back = HeldBack(engines.log, self._wake)
        self._locking = Locking(self._recorder, self._locks, self._held_back.freed, self._nearby)
        self._publishing = Publishing(self._publisher, Settler(), self._unpublished)
        self._forks = ForkServer()
        self._supervisor = Supervisor(
            engines.state, self._recorder, self._forks, self._view_died, nursery
        )
        self._ending = trio.CancelScope()
        self._server: Server | None = None

    async def run(self, ready: Callable[[], None]) -> None:
        self._nursery.start_soon(self._workers.serve)
        await self._nursery.start(self._recorder.serve)
        await self._forks.start()
        with self._engines.log.snapshot() as tables:
            self._supervisor.restore(list(tables.views()))
        self._publisher.reconsider_all()
        self._publishing.wake_all()
        self._held_back.begin()
        self._nursery.start_soon(self._publishing.serve)
        self._nursery.start_soon(self._locking.serve)
        self._nursery.start_soon(self._end_on_signal)
        self._nursery.start_soon(self._check_readers)
        self._nursery.start_soon(self._checkpoint)
        listener = address.listen(self._engines.state.socket)
        self._server = self._make_server(listener)
        ready()
        _log.info("the coordinator serves")
        with self._ending:
            await self._server.serve()
        await self._end()

    def _make_publisher(self) -> Publisher:
        engines = self._engines
        return Publisher(
            log=engines.log,
            store=engines.store,
            branch=engines.branch,
            recorder=self._recorder,
            merges=self._workers,
            checked_out=engines.checked_out,
            clock=time.time_ns,
            wake=self._wake,
        )

    def _make_server(self, listener: socket.socket) -> Server:
        service = Service(
            self._recorder,
            self._locks,
            self._locking,
            self._engines.settings,
            self._held_back.note,
            self._publishing,
            self._supervisor,
            ObjectStore(self._engines.state.git_dir),
            self._stop,
        )
        return Server(listener, service.handle)

    def _unpublished(self) -> list[AgentName]:
        with self._engines.log.snapshot() as tables:
            agents = {row.agent for row in tables.pending_all() if row.held is None}
        return sorted(agents)

    def _wake(self, agent: AgentName) -> None:
        # Publisher and publishing know each other; this is where the circle closes.
        self._publishing.wake(agent)

    async def _nearby(self, ask: Lock) -> tuple[Scope, ...]:
        def look() -> tuple[Scope, ...]:
            with self._engines.log.snapshot() as tables:
                return nearby(tables, self._engines.store, ask, time.time_ns())

        return await trio.to_thread.run_sync(look)

    def _view_died(self, agent: AgentName) -> None:
        """What it had open for writing is open no more."""
        self._publishing.activity(agent, writing=False)

    def _stop(self) -> None:
        """Take no more requests, answer those under way, end."""
        # Unlinked first: who comes now starts a coordinator, which waits for our end.
        self._engines.state.socket.unlink(missing_ok=True)
        self._ending.deadline = trio.current_time() + LAST_ANSWERS
        assert self._server is not None
        self._server.stop()
        self._locking.stop()

    async def _end_on_signal(self) -> None:
        with trio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as signals:
            async for number in signals:
                _log.info("the coordinator was asked to end", signal=number)
                # The views make their last saves now, so the server still serves.
                await self._supervisor.detach_all()
                self._stop()

    async def _check_readers(self) -> None:
        """Views that were killed leave their entries in the log's table of readers."""
        while True:
            await trio.sleep(CHECK_READERS_EVERY)
            self._engines.log.reader_check()

    async def _checkpoint(self) -> None:
        """So that a start after a crash need not look at all that was ever published."""
        while True:
            await trio.sleep(CHECKPOINT_EVERY)
            if self._publisher.unsynced:
                await self._try_checkpoint()

    async def _try_checkpoint(self) -> None:
        # On a full disk the next start has more to look at, and that is all.
        with suppress(AgentfsError, OSError):
            await self._publisher.checkpoint()

    async def _end(self) -> None:
        with trio.CancelScope(shield=True):
            await self._try_checkpoint()
            await self._forks.close()
        self._bell.close()
        _log.info("the coordinator ends")


def _initialized(log: EventLog) -> Initialized:
    with log.snapshot() as tables:
        event = tables.initialized()
    if event is None:
        raise NotInitialized("this repository is not ready for agentfs", hint="run `agentfs init`")
    return event
