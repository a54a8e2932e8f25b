"""Frames: whatever the chunks, the messages come out as they went in."""

from __future__ import annotations

import msgspec
import pytest

from agentfs.model.changes import SaveKind
from agentfs.model.ids import AgentName, BlobId, RepoPath, Seq, SessionId
from agentfs.model.versions import Mode, Version
from agentfs.wire import framing
from agentfs.wire.errors import RemoteError, to_failure
from agentfs.wire.messages import (
    Done,
    Failure,
    Ping,
    Recorded,
    Reply,
    Request,
    Save,
    SavedPath,
)

SAVE = Save(
    agent=AgentName("a"),
    session=SessionId("s"),
    request=7,
    paths=(
        SavedPath(
            kind=SaveKind.WRITE,
            path=RepoPath(b"src/\xff.py"),
            base=None,
            version=Version(BlobId("0" * 40), Mode.EXECUTABLE),
            content=b"\x00" * 5000,
        ),
    ),
    writing=True,
)


@pytest.mark.parametrize("size", [1, 3, 4, 5, 1000, 1 << 20])
def test_messages_survive_any_chunking(size: int) -> None:
    requests = [Request(1, Ping()), Request(2, SAVE), Request(3, Ping())]
    stream = b"".join(framing.encode(request) for request in requests)
    deframer = framing.Deframer()
    got = []
    for start in range(0, len(stream), size):
        deframer.feed(stream[start : start + size])
        while (payload := deframer.take()) is not None:
            got.append(framing.decode_request(payload))
    assert got == requests
    assert not deframer.broken_off


def test_a_stream_that_ends_within_a_frame_is_broken_off() -> None:
    deframer = framing.Deframer()
    deframer.feed(framing.encode(Request(1, Ping()))[:-1])
    assert deframer.take() is None
    assert deframer.broken_off


def test_replies_come_back_as_they_were() -> None:
    for answer in (Done(), Recorded(seqs=(Seq(4), Seq(5)))):
        frame = framing.encode(Reply(9, answer))
        assert framing.decode_reply(frame[framing.HEADER :]) == Reply(9, answer)


def test_a_mad_length_is_refused_at_its_header() -> None:
    deframer = framing.Deframer()
    deframer.feed(b"\xff\xff\xff\xff")
    with pytest.raises(framing.MessageTooLarge):
        deframer.take()


def test_a_message_over_the_limit_is_refused_before_it_is_sent() -> None:
    with pytest.raises(framing.MessageTooLarge) as caught:
        framing.encode(Request(2, SAVE), limit=100)
    assert caught.value.code == "message-too-large"


@pytest.mark.parametrize(
    "payload",
    [b"", b"\xc1", msgspec.msgpack.encode([1, {"type": "no such thing"}]), b"\x92\x01\xa2\xff\xff"],
)
def test_what_is_no_message_is_a_bad_message(payload: bytes) -> None:
    with pytest.raises(framing.BadMessage):
        framing.decode_request(payload)
    with pytest.raises(framing.BadMessage):
        framing.decode_reply(payload)


def test_an_error_keeps_code_message_and_hint_over_the_wire() -> None:
    failure = to_failure(framing.MessageTooLarge("big", hint="smaller"))
    error = RemoteError(failure)
    assert (error.code, error.message, error.hint) == ("message-too-large", "big", "smaller")
    assert isinstance(failure, Failure)
