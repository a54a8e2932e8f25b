"""What each request means: hands it to the part that does it, and says the answer."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable

import agentfs
from agentfs.daemon.keeper import NotMounted
from agentfs.daemon.locking import Locking
from agentfs.daemon.publishing import Publishing
from agentfs.daemon.server import Peer
from agentfs.daemon.supervisor import Supervisor
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, agent_name
from agentfs.pipeline.locking import Locks
from agentfs.pipeline.record import Recorder, Ticket, record
from agentfs.pipeline.resolve import resolve
from agentfs.pipeline.settings import LockSettings
from agentfs.trunk.objects import ObjectStore
from agentfs.wire import messages
from agentfs.wire.messages import Answer, Body, Done, MountedAt, Pong, Recorded, Stopped


class NotYourAgent(AgentfsError):
    """The caller's: a view speaks for its own agent and for no other."""

    code = "not-your-agent"


class Service:
    """The coordinator's side of every request."""

    def __init__(
        self,
        recorder: Recorder,
        locks: Locks,
        locking: Locking,
        settings: LockSettings,
        held_for_lock: Callable[[AgentName], None],
        publishing: Publishing,
        supervisor: Supervisor,
        store: ObjectStore,
        stop: Callable[[], None],
    ) -> None:
        """`held_for_lock` is told who may have a save that waits for a lock; `store` is for
        the recorder's thread alone; `stop` ends the coordinator, after the
        requests that are under way."""
        self._recorder = recorder
        self._locks = locks
        self._locking = locking
        self._settings = settings
        self._held_for_lock = held_for_lock
        self._publishing = publishing
        self._supervisor = supervisor
        self._store = store
        self._stop = stop

    def handle(self, body: Body, peer: Peer) -> Awaitable[Answer]:
        """A plain def: saves enter the log in the order of these calls.  Raises
        NotYourAgent."""
        self._check_speaker(body, peer)
        match body:
            case messages.Lock() | messages.Unlock() | messages.Renew() | messages.Transfer():
                return self._locking.submit(body, peer.gone)
            case messages.Save():
                # Before the commit: what the view says of itself later must not be undone.
                self._publishing.activity(body.agent, writing=body.writing)
                return self._recorded(body, self._submit(body))
            case messages.Activity():
                self._publishing.activity(body.agent, writing=body.writing)
                return _done()
            case messages.Hello():
                return self._hello(body, peer)
            case messages.Mount():
                return self._mount(body)
            case messages.Unmount():
                return self._unmount(body)
            case messages.Settle():
                return self._settle(body)
            case messages.Resolve():
                return self._resolve(body)
            case messages.Stop():
                return self._stop_all()
            case _:
                return self._pong()

    def _check_speaker(self, body: Body, peer: Peer) -> None:
        """The user's other processes may speak for any agent: they could write to the log."""
        speaker = self._supervisor.agent_of(peer.pid)
        agent = getattr(body, "agent", speaker)
        if speaker is not None and agent != speaker:
            raise NotYourAgent(f"the view of {speaker} cannot speak for {agent}")

    def _submit(self, save: messages.Save) -> Ticket[Recorded | Stopped]:
        return self._recorder.submit(
            lambda appender: record(appender, save, self._locks, self._settings)
        )

    async def _recorded(
        self, save: messages.Save, ticket: Ticket[Recorded | Stopped]
    ) -> Recorded | Stopped:
        answer = await ticket.wait()
        if isinstance(answer, Stopped) or save.quiet:
            self._held_for_lock(save.agent)
        if answer.seqs:
            self._publishing.saved(save.agent)
        return answer

    async def _hello(self, body: messages.Hello, peer: Peer) -> Done:
        if body.pid != peer.pid:
            raise NotMounted(f"process {peer.pid} says that it is {body.pid}")
        self._supervisor.hello(body)
        return Done()

    async def _mount(self, body: messages.Mount) -> MountedAt:
        agent_name(body.agent)
        return await self._supervisor.mount(body)

    async def _unmount(self, body: messages.Unmount) -> Done:
        await self._supervisor.unmount(body.agent, force=body.force)
        return Done()

    async def _settle(self, body: messages.Settle) -> Done:
        await self._publishing.publish_now(body.agent)
        return Done()

    async def _resolve(self, body: messages.Resolve) -> Done:
        resolved = await self._recorder.run(
            lambda appender: resolve(appender, self._store, body.conflict, body.take)
        )
        self._publishing.wake(resolved.agent)
        return Done()

    async def _stop_all(self) -> Done:
        # In this order: a view makes its last saves when its mount is gone.
        await self._supervisor.unmount_all()
        await self._publishing.publish_all()
        self._stop()
        return Done()

    async def _pong(self) -> Pong:
        problems = [self._publishing.problem, *self._supervisor.problems]
        return Pong(
            pid=os.getpid(),
            version=agentfs.__version__,
            trunk_problem="; ".join(filter(None, problems)),
        )


async def _done() -> Done:
    return Done()
