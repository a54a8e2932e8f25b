"""Versions of a path, and what changed between two."""

from __future__ import annotations

import enum

import msgspec

from agentfs.model.ids import BlobId, RepoPath


class Mode(enum.IntEnum):
    """The kinds of entry that a git tree can hold for a tracked path."""

    FILE = 0o100644
    EXECUTABLE = 0o100755
    SYMLINK = 0o120000
    SUBMODULE = 0o160000
    """A commit of another repository.  Shown as an empty folder, never written."""


class Version(msgspec.Struct, frozen=True, array_like=True):
    """One immutable content of a path."""

    blob: BlobId
    mode: Mode


class PathChange(msgspec.Struct, frozen=True, array_like=True):
    """What a commit did to one path; None is "no such path"."""

    path: RepoPath
    before: Version | None
    after: Version | None
    mtime_ns: int
    """When the content was written: the save's time if it went in as it was."""
