"""The content of a version, wherever it lies.

The log has what was saved and git did not have then; git has the rest, and in the end
everything.  Blobs never change, so it does not matter which of the two answers.
"""

from __future__ import annotations

from typing import Protocol

from agentfs.eventlog import EventLog
from agentfs.model.ids import BlobId
from agentfs.model.versions import Version


class BlobStore(Protocol):
    """Git's objects, as far as they are needed here."""

    def read_blob(self, blob: BlobId, /) -> bytes:
        """Raises an AgentfsError if there is no such blob."""

    def size(self, blob: BlobId, /) -> int:
        """As `read_blob`, only how long it is."""


class Contents:
    """Reads through a snapshot of its own each time, so it sees what was saved just now.

    Safe to use from several threads if `git` is.
    """

    def __init__(self, log: EventLog, git: BlobStore) -> None:
        self._log = log
        self._git = git

    def read(self, version: Version) -> bytes:
        """For a symlink its target.  Raises what `git` raises if the content is nowhere."""
        with self._log.snapshot() as tables:
            content = tables.content(version.blob)
        return self._git.read_blob(version.blob) if content is None else content

    def size(self, version: Version) -> int:
        """In bytes, without reading the content."""
        with self._log.snapshot() as tables:
            size = tables.content_size(version.blob)
        return self._git.size(version.blob) if size is None else size
