"""Which names may stand in a tree that `git fsck --strict` and a checkout accept.

Rules are git's own (`verify_path`, `is_hfs_dotgit`, `is_ntfs_dotgit`): a name that some
file system takes for ``.git`` could put files into a user's git folder, so git refuses it
on all systems.  Pure.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.model.ids import RepoPath

_NTFS_DOTGIT: Final = re.compile(rb"(?i)(?:\.git|git~1)[ .]*(?:[:\\].*)?", re.DOTALL)
_HFS_IGNORED: Final = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")


def is_storable(name: bytes) -> bool:
    """Whether one component of a path may be in a tree."""
    if not name or name in (b".", b"..") or b"/" in name or b"\0" in name:
        return False
    return not _is_dotgit(name)


def is_storable_path(path: RepoPath) -> bool:
    """Whether all components of `path` may be in trees; the root is not a path."""
    return all(map(is_storable, path.split(b"/")))


def _is_dotgit(name: bytes) -> bool:
    # NTFS takes a backslash for a slash, so each part counts.
    if any(_NTFS_DOTGIT.fullmatch(part) for part in name.split(b"\\")):
        return True
    if name.isascii():
        return False
    text = name.decode("utf-8", "surrogateescape")
    return _HFS_IGNORED.sub("", text).lower() == ".git"
