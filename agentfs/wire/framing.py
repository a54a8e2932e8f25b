"""Frames on a byte stream: four bytes of length, big-endian, then one message in msgpack.

No I/O here: `encode_*` makes the bytes of a frame, `Deframer` takes bytes as they come and
gives whole payloads back.  Invariant: a payload that was given out is complete, and no byte
of the stream is skipped.  A stream that broke a rule once is of no more use.
"""

from __future__ import annotations

from typing import Final

import msgspec

from agentfs.model.errors import AgentfsError
from agentfs.wire.messages import Reply, Request

HEADER: Final = 4
FRAME_LIMIT: Final = 1 << 30
"""Largest payload in bytes: more than git is used with, less than fills the machine."""

_REQUESTS: Final = msgspec.msgpack.Decoder(Request)
_ANY_REQUEST: Final = msgspec.msgpack.Decoder(tuple[int, msgspec.Raw])
_REPLIES: Final = msgspec.msgpack.Decoder(Reply)


class MessageTooLarge(AgentfsError):
    """The sender's: a message that no frame can hold."""

    code = "message-too-large"


class BadMessage(AgentfsError):
    """The sender's: bytes that are no message of ours; maybe another version's."""

    code = "bad-message"


class ConnectionLost(AgentfsError):
    """Nobody's: the other end went away before it answered."""

    code = "connection-lost"


def encode(message: Request | Reply, *, limit: int = FRAME_LIMIT) -> bytes:
    """A whole frame.  Raises MessageTooLarge."""
    payload = msgspec.msgpack.encode(message)
    _check_length(len(payload), limit)
    return len(payload).to_bytes(HEADER, "big") + payload


def decode_request(payload: bytes) -> Request:
    """Raises BadMessage."""
    try:
        return _REQUESTS.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _bad("request", error) from error


def decode_reply(payload: bytes) -> Reply:
    """Raises BadMessage."""
    try:
        return _REPLIES.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _bad("reply", error) from error


def request_id(payload: bytes) -> int | None:
    """The number of a request whose body we do not know, so that it can be refused."""
    try:
        return _ANY_REQUEST.decode(payload)[0]
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


class Deframer:
    """Cuts a byte stream into payloads: `feed` what arrived, then `take` until None."""

    def __init__(self, *, limit: int = FRAME_LIMIT) -> None:
        self._limit = limit
        self._buffer = bytearray()

    def feed(self, data: bytes | bytearray) -> None:
        self._buffer += data

    def take(self) -> bytes | None:
        """The next whole payload, None if it has not all arrived.  Raises MessageTooLarge,
        as soon as the header is there, so that a mad length costs no memory."""
        if len(self._buffer) < HEADER:
            return None
        length = int.from_bytes(self._buffer[:HEADER], "big")
        _check_length(length, self._limit)
        if len(self._buffer) < HEADER + length:
            return None
        payload = bytes(memoryview(self._buffer)[HEADER : HEADER + length])
        del self._buffer[: HEADER + length]
        return payload

    @property
    def broken_off(self) -> bool:
        """Whether the stream, if it ended now, ended within a frame."""
        return bool(self._buffer)


def _check_length(length: int, limit: int) -> None:
    if length > limit:
        raise MessageTooLarge(
            f"a message of {length} bytes is over the limit of {limit}",
            hint="private (ignored) files have no such limit",
        )


def _bad(what: str, error: Exception) -> BadMessage:
    return BadMessage(
        f"not a {what} that this version of agentfs knows: {error}",
        hint="`agentfs down`, then `agentfs up`, if agentfs was upgraded",
    )
