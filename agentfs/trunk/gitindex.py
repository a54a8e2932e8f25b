"""Git's index file, version 2: which version of each path a worktree has, and what the file
looked like (`Stat`) when that was last known to be so.

git believes an entry whose file still looks so and reads the file otherwise; an index that
knows how files look saves the first ``git status`` from reading them all.  The format is
that of gitformat-index(5).  Extensions are left out: each is only a cache.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from typing import Final, NamedTuple

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.versions import Version

_HEADER: Final = struct.Struct(">4sLL")
_ENTRY: Final = struct.Struct(">10L20sH")
_SIGNATURE: Final = b"DIRC"
_VERSION: Final = 2
_EXTENDED: Final = 0x4000
_STAGE: Final = 0x3000
_LENGTH: Final = 0x0FFF
_WORD: Final = 0xFFFFFFFF
_NS: Final = 1_000_000_000
_SHA: Final = 20


class UnreadableIndex(AgentfsError):
    """Damaged, of another version, or in the middle of a merge: not ours to change."""

    code = "unreadable-index"


class Stat(NamedTuple):
    """What git compares: nanoseconds since 1970, inode, owner, bytes."""

    mtime_ns: int
    ino: int
    uid: int
    gid: int
    size: int


class IndexEntry(NamedTuple):
    """`stat` None: nobody knows how the file looks, and git will read it."""

    version: Version
    stat: Stat | None


Entries = dict[RepoPath, bytes]
"""Each path's entry as it stands in the file, without the path."""


def packed(entry: IndexEntry, path: RepoPath) -> bytes:
    """An entry as it stands in the file."""
    stat = entry.stat or Stat(0, 0, 0, 0, 0)
    seconds, nanoseconds = divmod(stat.mtime_ns, _NS)
    return _ENTRY.pack(
        seconds & _WORD,
        nanoseconds,
        seconds & _WORD,
        nanoseconds,
        0,
        stat.ino & _WORD,
        entry.version.mode,
        stat.uid,
        stat.gid,
        stat.size & _WORD,
        bytes.fromhex(entry.version.blob),
        min(len(path), _LENGTH),
    )


def names_version(raw: bytes, version: Version | None) -> bool:
    """Whether an entry says that the path has `version`."""
    if version is None:
        return False
    mode, blob = _ENTRY.unpack(raw)[6], _ENTRY.unpack(raw)[10]
    return bool(mode == version.mode and BlobId(blob.hex()) == version.blob)


def index_bytes(entries: Mapping[RepoPath, bytes]) -> bytes:
    """The whole file."""
    parts = [_HEADER.pack(_SIGNATURE, _VERSION, len(entries))]
    for path in sorted(entries):
        raw = entries[path] + path
        parts.append(raw + bytes(8 - len(raw) % 8))
    content = b"".join(parts)
    return content + hashlib.sha1(content, usedforsecurity=False).digest()


def parse_index(content: bytes) -> Entries:
    """Raises UnreadableIndex."""
    if len(content) < _HEADER.size + _SHA:
        raise UnreadableIndex("the index is cut off")
    signature, version, count = _HEADER.unpack_from(content)
    if signature != _SIGNATURE or version != _VERSION:
        raise UnreadableIndex(f"the index has version {version}")
    entries: Entries = {}
    at = _HEADER.size
    for _ in range(count):
        raw = content[at : at + _ENTRY.size]
        end = content.find(b"\0", at + _ENTRY.size)
        if end < 0 or int.from_bytes(raw[-2:], "big") & (_STAGE | _EXTENDED):
            raise UnreadableIndex("the index is damaged, or a merge is under way")
        entries[RepoPath(content[at + _ENTRY.size : end])] = raw
        at += (end - at) // 8 * 8 + 8
    return entries
