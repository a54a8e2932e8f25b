"""The coordinator's socket: takes requests, has them done, sends replies.

Knows nothing of what a request means; that is `service`.  Only the user's own processes and
root's are listened to.  Requests of one connection are begun in the order in which they
came, and answered as they get done.  This is an edge: no exception of a request goes further.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

import structlog
import trio

from agentfs.model.errors import AgentfsError
from agentfs.pipeline.faults import fault
from agentfs.wire.errors import to_failure
from agentfs.wire.framing import BadMessage, Deframer, decode_request, encode, request_id
from agentfs.wire.messages import Answer, Body, Failure, Reply

_CHUNK: Final = 1 << 16
_CREDENTIALS: Final = struct.Struct("3i")
_log = structlog.get_logger()


@dataclass(frozen=True)
class Peer:
    """Who is at the other end, as the kernel knows it.  `gone` is set once it has hung up."""

    pid: int
    uid: int
    gone: trio.Event = field(default_factory=trio.Event, compare=False)


Handle = Callable[[Body, Peer], Awaitable[Answer]]
"""Does a request.  What must keep the order of arrival is done before the call returns;
the rest when its result is awaited.  May raise AgentfsError."""


class Server:
    """Serves one listening socket until `stop`."""

    def __init__(self, listener: socket.socket, handle: Handle) -> None:
        self._listener = trio.SocketListener(trio.socket.from_stdlib_socket(listener))
        self._handle = handle
        self._accepting = trio.CancelScope()
        self._reading: set[trio.CancelScope] = set()

    async def serve(self) -> None:
        """Returns after `stop`, when all requests that had begun are answered."""
        async with trio.open_nursery() as nursery:
            with self._accepting:
                await trio.serve_listeners(
                    self._serve_connection, [self._listener], handler_nursery=nursery
                )

    def stop(self) -> None:
        """Take no more connections and requests."""
        self._accepting.cancel()
        for scope in self._reading:
            scope.cancel()

    async def _serve_connection(self, stream: trio.SocketStream) -> None:
        peer = _peer(stream)
        async with stream:
            if peer.uid not in (0, os.geteuid()):
                _log.warning("refused another user's connection", uid=peer.uid, pid=peer.pid)
                return
            connection = _Connection(stream, peer, self._handle)
            async with trio.open_nursery() as requests:
                with trio.CancelScope() as scope:
                    self._reading.add(scope)
                    if not self._accepting.cancel_called:
                        await connection.take_requests(requests)
                self._reading.discard(scope)


class _Connection:
    def __init__(self, stream: trio.SocketStream, peer: Peer, handle: Handle) -> None:
        self._stream = stream
        self._peer = peer
        self._handle = handle
        self._sending = trio.Lock()

    async def take_requests(self, requests: trio.Nursery) -> None:
        """Begin each request that comes, in order, until the other end has no more."""
        deframer = Deframer()
        try:
            while data := await self._stream.receive_some(_CHUNK):
                deframer.feed(data)
                while (payload := deframer.take()) is not None:
                    self._begin(payload, requests)
        except trio.BrokenResourceError:
            self._peer.gone.set()
            return
        except AgentfsError as error:
            # A stream that broke the rules: there is no telling where the next frame begins.
            _log.warning("dropped a connection", pid=self._peer.pid, error=str(error))
        self._peer.gone.set()

    def _begin(self, payload: bytes, requests: trio.Nursery) -> None:
        """Raises BadMessage if there is nobody to answer to."""
        try:
            request = decode_request(payload)
        except BadMessage as error:
            number = request_id(payload)
            if number is None:
                raise
            requests.start_soon(self._finish, number, _raise(error))
            return
        try:
            doing = self._handle(request.body, self._peer)
        except Exception as error:
            doing = _raise(error)
        requests.start_soon(self._finish, request.id, doing)

    async def _finish(self, number: int, doing: Awaitable[Answer]) -> None:
        frame = encode(Reply(number, await _answer(doing)))  # type: ignore[arg-type]
        fault("server.before-reply")
        try:
            left = self._send_at_once(frame)
            if left:
                async with self._sending:
                    await self._stream.send_all(left)
        except (trio.BrokenResourceError, trio.ClosedResourceError, ConnectionError):
            # Nobody waits for it any more.
            return

    def _send_at_once(self, frame: bytes) -> bytes:
        """What the socket does not take now.  Most answers are small and fit, and to await
        costs more than to send them."""
        if self._sending.locked() or self._stream.socket.fileno() < 0:
            return frame
        try:
            return frame[os.write(self._stream.socket.fileno(), frame) :]
        except BlockingIOError:
            return frame


async def _answer(doing: Awaitable[Answer]) -> Answer:
    try:
        return await doing
    except AgentfsError as error:
        return to_failure(error)
    except Exception:
        _log.exception("a request failed")
        return Failure(
            code="internal",
            message="the coordinator failed at this; that is a defect of agentfs",
            hint="its log, agentfs/run/coordinator.log in the git folder, says more",
        )


async def _raise(error: Exception) -> Answer:
    raise error


def _peer(stream: trio.SocketStream) -> Peer:
    data = stream.socket.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    assert isinstance(data, bytes)
    pid, uid, _ = _CREDENTIALS.unpack(data)
    return Peer(pid, uid)
