"""A blocking client of the coordinator, for commands: one request at a time."""

from __future__ import annotations

import socket
import types
from pathlib import Path
from typing import Final, Self

from agentfs.wire import address
from agentfs.wire.errors import RemoteError
from agentfs.wire.framing import ConnectionLost, Deframer, decode_reply, encode
from agentfs.wire.messages import Answer, Body, Failure, Reply, Request

_CHUNK: Final = 1 << 16


class Client:
    """After ConnectionLost a client is of no more use; make another."""

    def __init__(self, connection: socket.socket) -> None:
        """Takes over `connection`; its time-out, if it has one, is that of each send and
        receive, and shows as TimeoutError."""
        self._socket = connection
        self._deframer = Deframer()
        self._last_id = 0

    @classmethod
    def at(cls, path: Path) -> Self:
        """Connect to the socket at `path`.  Raises NoCoordinator."""
        return cls(address.connect(path))

    def call(self, body: Body) -> Answer:
        """Ask and wait.  Raises RemoteError for a Failure, ConnectionLost."""
        self._last_id += 1
        request = Request(self._last_id, body)  # type: ignore[arg-type]
        try:
            self._socket.sendall(encode(request))
            answer = self._receive(self._last_id).answer
        except (BrokenPipeError, ConnectionResetError) as error:
            raise lost() from error
        if isinstance(answer, Failure):
            raise RemoteError(answer)
        return answer

    def close(self) -> None:
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: types.TracebackType | None,
    ) -> None:
        self.close()

    def _receive(self, wanted: int) -> Reply:
        while True:
            while (payload := self._deframer.take()) is not None:
                reply = decode_reply(payload)
                # A call that timed out leaves its answer behind; it is not ours.
                if reply.id == wanted:
                    return reply
            data = self._socket.recv(_CHUNK)
            if not data:
                raise lost()
            self._deframer.feed(data)


def lost() -> ConnectionLost:
    return ConnectionLost(
        "the coordinator went away before it answered", hint="try again: it is started anew"
    )
