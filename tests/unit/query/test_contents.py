"""Contents come from the log, or else from git."""

from __future__ import annotations

import pytest

from agentfs.eventlog import EventLog
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import BlobId
from agentfs.query.contents import Contents
from tests.support.events import V0, V1, V2, storing, version


class NotThere(AgentfsError):
    code = "not-there"


class Git:
    """A few blobs."""

    def __init__(self, *contents: bytes) -> None:
        self._contents = {version(content).blob: content for content in contents}

    def read_blob(self, blob: BlobId, /) -> bytes:
        if blob not in self._contents:
            raise NotThere(blob)
        return self._contents[blob]

    def size(self, blob: BlobId, /) -> int:
        return len(self.read_blob(blob))


def test_log_first_then_git(log: EventLog) -> None:
    log.transact([storing(b"v1"), storing(b"")])
    contents = Contents(log, Git(b"v0"))
    for value, text in ((V0, b"v0"), (V1, b"v1"), (version(b""), b"")):
        assert contents.read(value) == text
        assert contents.size(value) == len(text)


def test_what_is_in_neither(log: EventLog) -> None:
    contents = Contents(log, Git())
    with pytest.raises(NotThere):
        contents.read(V2)
    with pytest.raises(NotThere):
        contents.size(V2)


def test_what_is_saved_later_is_found(log: EventLog) -> None:
    contents = Contents(log, Git())
    log.transact([storing(b"v2")])
    assert contents.read(V2) == b"v2"
