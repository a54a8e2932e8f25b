"""Commit objects: made from facts alone, so that the log gives the same ids at any time.

Not about refs.  Invariant: equal specs give equal bytes, on every machine; nothing is
taken from git's configuration, the environment or the clock.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import msgspec

from agentfs.model.ids import CommitId, TreeId
from agentfs.trunk.objects import BrokenObject, ObjectStore

_NOT_IN_IDENTITY: Final = re.compile(r"[\0\n\r<>]+")
_CRUD: Final = " \t.,:;\"'\\"
"""What git strips from both ends of a name or an address."""


class CommitSpec(msgspec.Struct, frozen=True):
    """All that a commit consists of; author and committer are the same, in UTC."""

    tree: TreeId
    parents: tuple[CommitId, ...]
    author: str
    email: str
    seconds: int
    """Since 1970."""
    message: str


class CommitFacts(NamedTuple):
    tree: TreeId
    parents: tuple[CommitId, ...]
    seconds: int
    """The committer's time, since 1970."""


def commit_bytes(spec: CommitSpec) -> bytes:
    """The commit object, such that `git fsck --strict` has nothing to say about it."""
    who = f"{_identity(spec.author, 'unknown')} <{_identity(spec.email, '')}> {spec.seconds} +0000"
    lines = [
        f"tree {spec.tree}",
        *(f"parent {parent}" for parent in spec.parents),
        f"author {who}",
        f"committer {who}",
        "",
        spec.message.replace("\0", "\\0"),
    ]
    text = "\n".join(lines)
    # Lone surrogates come from file names that are not UTF-8.
    raw = text.encode("utf-8", "backslashreplace")
    return raw if raw.endswith(b"\n") else raw + b"\n"


def write_commit(store: ObjectStore, spec: CommitSpec) -> CommitId:
    """Raises ObjectNotWritten."""
    return store.write_commit(commit_bytes(spec))


def read_commit(store: ObjectStore, commit: CommitId) -> CommitFacts:
    """Raises MissingObject, BrokenObject."""
    header = store.read(commit, "commit").partition(b"\n\n")[0]
    try:
        return _facts(header.split(b"\n"))
    except (ValueError, IndexError) as error:
        raise BrokenObject(f"git commit {commit} is malformed") from error


def _facts(lines: list[bytes]) -> CommitFacts:
    tree = TreeId(_after(lines[0], b"tree "))
    parents = tuple(CommitId(_after(line, b"parent ")) for line in _starting(lines, b"parent "))
    committer = _starting(lines, b"committer ")[0]
    # The name may hold anything but ">", so count from the end.
    return CommitFacts(tree, parents, int(committer.rpartition(b">")[2].split()[0]))


def _starting(lines: list[bytes], keyword: bytes) -> list[bytes]:
    return [line for line in lines if line.startswith(keyword)]


def _after(line: bytes, keyword: bytes) -> str:
    if not line.startswith(keyword):
        raise ValueError(line)
    return line[len(keyword) :].decode("ascii")


def _identity(text: str, default: str) -> str:
    """What git allows in a name or an address, as git itself cleans it."""
    return _NOT_IN_IDENTITY.sub("", text).strip(_CRUD) or default
