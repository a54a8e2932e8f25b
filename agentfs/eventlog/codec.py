"""Records and contents to bytes and back.

Records are msgpack by msgspec: events with named fields, so that later releases can add
some; rows as arrays.  Contents are single zstd frames that say how long the content is.
"""

from __future__ import annotations

import hashlib
from typing import Final, TypeVar

import msgspec
import zstandard

from agentfs.eventlog.errors import LogDamaged
from agentfs.model.conflicts import Conflict
from agentfs.model.events import Event, Initialized
from agentfs.model.ids import BlobId, Seq
from agentfs.model.locks import Lease, Wait
from agentfs.model.rows import Head, KeptRow, MoveRow, PathRow, PendingRow, RefusalRow, ViewRow

T = TypeVar("T")

_ENCODER: Final = msgspec.msgpack.Encoder()

EVENT: Final[msgspec.msgpack.Decoder[Event]] = msgspec.msgpack.Decoder(Event)
INITIALIZED: Final = msgspec.msgpack.Decoder(Initialized)
HEAD: Final = msgspec.msgpack.Decoder(Head)
PATH: Final = msgspec.msgpack.Decoder(PathRow)
MOVE: Final = msgspec.msgpack.Decoder(MoveRow)
PENDING: Final = msgspec.msgpack.Decoder(PendingRow)
CONFLICT: Final = msgspec.msgpack.Decoder(Conflict)
VIEW: Final = msgspec.msgpack.Decoder(ViewRow)
KEPT: Final = msgspec.msgpack.Decoder(KeptRow)
LEASE: Final = msgspec.msgpack.Decoder(Lease)
WAIT: Final = msgspec.msgpack.Decoder(Wait)
REFUSAL: Final = msgspec.msgpack.Decoder(RefusalRow)
SEQS: Final = msgspec.msgpack.Decoder(tuple[Seq, ...])


def encode(record: object) -> bytes:
    return _ENCODER.encode(record)


def decode(decoder: msgspec.msgpack.Decoder[T], record: bytes, what: str) -> T:
    """Raises LogDamaged, naming `what`, if `record` is not what `decoder` makes of it."""
    try:
        return decoder.decode(record)
    except (msgspec.MsgspecError, ValueError) as error:
        raise LogDamaged(f"the log's record of {what} cannot be read: {error}") from error


def compress(content: bytes) -> bytes:
    """A content as `Appender.put_content` takes it."""
    # A compressor is not safe to share between threads; making one costs a few µs.
    return zstandard.ZstdCompressor(level=3).compress(content)


def decompress(frame: bytes) -> bytes:
    """The inverse of `compress`.  Raises LogDamaged."""
    try:
        return zstandard.ZstdDecompressor().decompress(frame)
    except zstandard.ZstdError as error:
        raise LogDamaged(f"a content of the log cannot be read: {error}") from error


def content_size(frame: bytes) -> int:
    """How long the content is, from the frame's header.  Raises LogDamaged."""
    try:
        size = zstandard.frame_content_size(frame)
    except zstandard.ZstdError as error:
        raise LogDamaged(f"a content of the log cannot be read: {error}") from error
    if size < 0:
        raise LogDamaged("a content of the log does not say how long it is")
    return size


def blob_id(content: bytes) -> BlobId:
    """Git's name for `content`."""
    return BlobId(hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest())
