"""The way from a view to the coordinator: admit here, record there, then follow the log.

Fills the `SaveDoor` of `context`.  A save is one request, numbered within this life of the
view; the channel sends it again when a coordinator dies before it answers.
"""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Sequence

import trio

from agentfs.model.ids import AgentName, SessionId
from agentfs.model.versions import Version
from agentfs.pipeline.admit import WorkingSave, admit
from agentfs.pipeline.faults import fault
from agentfs.syntax.symbols import SymbolReader
from agentfs.wire.messages import Activity, Answer, Body, Save


class CoordinatorDoor:
    """`call` asks the coordinator, `read` gives a version's content, `follow` takes in what
    is new in the log, `unpublished` tells whether this view has saves that wait."""

    def __init__(
        self,
        agent: AgentName,
        session: SessionId,
        call: Callable[[Body], Awaitable[Answer]],
        read: Callable[[Version], bytes],
        follow: Callable[[], None],
        unpublished: Callable[[], bool],
    ) -> None:
        self._agent = agent
        self._session = session
        self._call = call
        self._read = read
        self._follow = follow
        self._unpublished = unpublished
        self._symbols = SymbolReader()
        self._requests = itertools.count(1)
        self._told_writing = False
        self._news, self._to_tell = trio.open_memory_channel[bool](64)

    async def record(self, saves: Sequence[WorkingSave], *, writing: bool) -> None:
        paths = tuple(admit(save, self._read, self._symbols) for save in saves)
        fault("view.admitted")
        await self._call(
            Save(
                agent=self._agent,
                session=self._session,
                request=next(self._requests),
                paths=paths,
                writing=writing,
            )
        )
        self._told_writing = writing
        fault("view.recorded")
        self._follow()
        fault("view.followed")

    def activity(self, writing: bool) -> None:
        """Matters only while saves wait to be published: the coordinator then waits for the
        writer, for a while."""
        if writing == self._told_writing or (writing and not self._unpublished()):
            return
        try:
            self._news.send_nowait(writing)
        except trio.WouldBlock:
            return
        self._told_writing = writing

    async def tell(self) -> None:
        """Runs as long as the view: passes on what `activity` noted."""
        async for writing in self._to_tell:
            await self._call(Activity(agent=self._agent, session=self._session, writing=writing))
