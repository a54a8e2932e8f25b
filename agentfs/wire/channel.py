"""A view's lasting connection to the coordinator: many calls at a time, over restarts.

Calls are sent in the order in which they were made.  When the connection breaks, `run`
makes another, says Hello, and sends every call that has no answer yet once more, in the
same order; the coordinator knows a save that it has already recorded by its number.  So a
caller sees a coordinator that dies as one that is slow.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final, NoReturn

import trio

from agentfs.model.errors import AgentfsError
from agentfs.wire.errors import RemoteError
from agentfs.wire.framing import ConnectionLost, Deframer, decode_reply, encode
from agentfs.wire.messages import Answer, Body, Failure, Hello, Reply, Request

_CHUNK: Final = 1 << 16
_HELLO_ID: Final = 0
_FIRST_PAUSE: Final = 0.02
_LONGEST_PAUSE: Final = 1.0
_BROKEN: Final = (ConnectionLost, trio.BrokenResourceError)
"""How it shows that the coordinator died: what has no answer yet goes out again."""

Connect = Callable[[], Awaitable[trio.abc.Stream]]
"""Gives a fresh connection, having started a coordinator if none ran.  May raise
AgentfsError or OSError; it is then asked again after a pause."""


class _Call:
    """One request until it is answered.  Its frame is made once: it may be sent again."""

    def __init__(self, number: int, body: Body) -> None:
        self.number = number
        self.frame = encode(Request(number, body))  # type: ignore[arg-type]
        self.done = trio.Event()
        self.answer: Answer | None = None


class Channel:
    """Use: start `run` in a nursery, then `call` from any task of the same loop."""

    def __init__(self, connect: Connect, hello: Hello) -> None:
        self._connect = connect
        self._hello = encode(Request(_HELLO_ID, hello))
        self._last_number = _HELLO_ID
        self._waiting: dict[int, _Call] = {}
        """Calls without an answer, in order; a dict keeps it."""
        self._unsent: deque[_Call] = deque()
        self._wake = trio.Event()
        self._refused: AgentfsError | None = None

    async def call(self, body: Body) -> Answer:
        """Ask and wait for the answer, however often the coordinator must be restarted.

        Raises RemoteError for a Failure, or if the coordinator refused our Hello;
        MessageTooLarge.  A call that is cancelled may or may not have had its effect.
        """
        if self._refused is not None:
            raise self._refused
        self._last_number += 1
        call = _Call(self._last_number, body)
        self._waiting[call.number] = call
        self._unsent.append(call)
        self._wake.set()
        try:
            await call.done.wait()
        finally:
            self._waiting.pop(call.number, None)
        return self._answer_of(call)

    async def run(
        self, *, task_status: trio.TaskStatus[None] = trio.TASK_STATUS_IGNORED
    ) -> NoReturn:
        """Hold the connection until cancelled.  Started when the first Hello is answered.

        Raises RemoteError if the coordinator refuses the Hello, as this view is not wanted,
        and BadMessage if it speaks another version's language.  All calls that wait, and
        later ones, then raise the same.
        """
        link = await self._open_link()
        task_status.started()
        while True:
            await self._use(link)
            # A coordinator that drops us at once must not make us spin.
            await trio.sleep(_FIRST_PAUSE)
            link = await self._open_link()

    def _answer_of(self, call: _Call) -> Answer:
        if call.answer is None:
            assert self._refused is not None
            raise self._refused
        if isinstance(call.answer, Failure):
            raise RemoteError(call.answer)
        return call.answer

    def _refuse(self, error: AgentfsError) -> None:
        self._refused = error
        for call in self._waiting.values():
            call.done.set()

    async def _open_link(self) -> _Link:
        """A connection over which our Hello was answered."""
        while True:
            link = _Link(await self._connect_patiently())
            try:
                if await self._say_hello(link):
                    return link
            except BaseException:
                await trio.aclose_forcefully(link.stream)
                raise
            await trio.aclose_forcefully(link.stream)
            await trio.sleep(_FIRST_PAUSE)

    async def _connect_patiently(self) -> trio.abc.Stream:
        pause = _FIRST_PAUSE
        while True:
            try:
                return await self._connect()
            except (AgentfsError, OSError):
                # Our callers' data must not be lost, and there is nothing else to try.
                await trio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    async def _say_hello(self, link: _Link) -> bool:
        """False if the connection broke before the answer came."""
        try:
            await link.send(self._hello)
            reply = await link.receive()
            if isinstance(reply.answer, Failure):
                raise RemoteError(reply.answer)
        except _BROKEN:
            return False
        except AgentfsError as error:
            self._refuse(error)
            raise
        return True

    async def _use(self, link: _Link) -> None:
        """Send and receive until the connection is lost."""
        self._unsent = deque(self._waiting.values())
        async with link.stream, trio.open_nursery() as nursery:

            async def until_broken(task: Callable[[_Link], Awaitable[NoReturn]]) -> None:
                try:
                    await task(link)
                except _BROKEN:
                    nursery.cancel_scope.cancel()
                except AgentfsError as error:
                    self._refuse(error)
                    nursery.cancel_scope.cancel()

            nursery.start_soon(until_broken, self._send_all)
            nursery.start_soon(until_broken, self._receive_all)
        if self._refused is not None:
            raise self._refused

    async def _send_all(self, link: _Link) -> NoReturn:
        while True:
            while self._unsent:
                call = self._unsent.popleft()
                if call.number in self._waiting:
                    await link.send(call.frame)
            self._wake = trio.Event()
            await self._wake.wait()

    async def _receive_all(self, link: _Link) -> NoReturn:
        while True:
            reply = await link.receive()
            # Out of the waiting ones now, so that it is not sent again if the connection
            # breaks before its caller runs.  None: its caller was cancelled.
            call = self._waiting.pop(reply.id, None)
            if call is not None:
                call.answer = reply.answer
                call.done.set()


class _Link:
    """One connection's frames."""

    def __init__(self, stream: trio.abc.Stream) -> None:
        self.stream = stream
        self._deframer = Deframer()

    async def send(self, frame: bytes) -> None:
        await self.stream.send_all(frame)

    async def receive(self) -> Reply:
        while (payload := self._deframer.take()) is None:
            data = await self.stream.receive_some(_CHUNK)
            if not data:
                raise ConnectionLost("the coordinator closed the connection")
            self._deframer.feed(data)
        return decode_reply(payload)
