"""The way from a view to the coordinator: admit here, record there, then follow the log.

Fills the `SaveDoor` of `context`.  A save is one request, numbered within this life of the
view; the channel sends it again when a coordinator dies before it answers.
"""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Sequence

import trio

from agentfs.model.changes import SaveKind
from agentfs.model.ids import AgentName, RepoPath, SessionId
from agentfs.model.versions import Version
from agentfs.pipeline.admit import WorkingSave, admit
from agentfs.pipeline.early import EarlyLook, SaveRefused
from agentfs.pipeline.faults import fault
from agentfs.syntax.symbols import SymbolReader
from agentfs.wire.messages import Activity, Answer, Body, Save, SavedPath, Stopped


class CoordinatorDoor:
    """`call` asks the coordinator, `read` gives a version's content, `follow` takes in what
    is new in the log, `unpublished` tells whether this view has saves that wait, `look` sees
    the locks."""

    def __init__(
        self,
        agent: AgentName,
        session: SessionId,
        call: Callable[[Body], Awaitable[Answer]],
        read: Callable[[Version], bytes],
        follow: Callable[[], None],
        unpublished: Callable[[], bool],
        look: EarlyLook,
    ) -> None:
        self._agent = agent
        self._session = session
        self._call = call
        self._read = read
        self._follow = follow
        self._unpublished = unpublished
        self._look = look
        self._symbols = SymbolReader()
        self._requests = itertools.count(1)
        self._told_writing = False
        self._news, self._to_tell = trio.open_memory_channel[bool](64)

    async def record(
        self,
        saves: Sequence[WorkingSave],
        *,
        writing: bool,
        hold: bool = False,
        quiet: bool = False,
    ) -> None:
        paths = tuple(map(self._admit, saves))
        fault("view.admitted")
        answer = await self._call(
            Save(
                agent=self._agent,
                session=self._session,
                request=next(self._requests),
                paths=paths,
                writing=writing,
                hold=hold,
                quiet=quiet,
                beside=self._look.beside(paths, lambda path: self._text(path, saves)),
            )
        )
        self._told_writing = writing
        fault("view.recorded")
        self._follow()
        fault("view.followed")
        if isinstance(answer, Stopped):
            raise SaveRefused(answer.sentence, held=bool(answer.seqs))

    async def check_open(self, path: RepoPath, version: Version | None) -> None:
        """Only who is refused waits for the coordinator, which notes the refusal."""
        if not self._look.is_closed(path):
            return
        wanted = SavedPath(
            kind=SaveKind.WRITE, path=path, base=version, version=version, whole=True
        )
        answer = await self._call(
            Save(
                agent=self._agent,
                session=self._session,
                request=next(self._requests),
                paths=(wanted,),
                writing=self._told_writing,
                probe=True,
            )
        )
        if isinstance(answer, Stopped):
            self._follow()
            raise SaveRefused(answer.sentence)

    def _admit(self, save: WorkingSave) -> SavedPath:
        is_locked = self._look.is_locked(save.path)
        return admit(save, self._read, self._symbols, is_locked=is_locked)

    def _text(self, path: SavedPath, saves: Sequence[WorkingSave]) -> bytes | None:
        """The text of `path` as it is to be, else as it was."""
        save = next(each for each in saves if each.path == path.path)
        if save.content is not None:
            return save.content
        version = path.version or path.base
        return self._read(version) if version is not None else None

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
