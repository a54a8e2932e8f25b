"""The trunk's commits with what each added, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tools.rig.git import Git

_DIFF: Final = ("--unified=0", "-M", "--no-ext-diff", "--no-textconv", "--no-color")


@dataclass(frozen=True)
class Commit:
    id: str
    author: str
    paths: tuple[str, ...]
    """All that it made, changed or removed."""
    added: bytes
    """Lines that it added, each after ``+``, and names that files got."""


def history(git: Git, commits: str) -> Iterator[Commit]:
    """`commits` is a range.  Raises ProgramFailed."""
    names = _by_commit(git, commits, "--name-only", "--no-renames", "-z")
    diffs = _by_commit(git, commits, "-p", *_DIFF)
    for (head, files), (_, diff) in zip(names, diffs, strict=True):
        commit, author = head.decode().split("\t")
        paths = files.decode("utf-8", "backslashreplace").strip("\n\0").split("\0")
        yield Commit(commit, author, tuple(filter(None, paths)), _added(diff))


def lost_lines(git: Git, old: str, new: str) -> list[str]:
    """Lines of the tree `old` that `new` has neither as they were nor with something added at
    their end.  Raises ProgramFailed."""
    diff = git("diff", *_DIFF, old, new).split(b"\n")
    added = [line[1:] for line in diff if line.startswith(b"+")]
    removed = [line[1:] for line in diff if line.startswith(b"-") and not line.startswith(b"--- ")]
    return [
        line.decode("utf-8", "backslashreplace")
        for line in removed
        if not any(other.startswith(line) for other in added)
    ]


def _by_commit(git: Git, commits: str, *options: str) -> Iterator[tuple[bytes, bytes]]:
    """First line and the rest."""
    # A text cannot hold byte 1 where git prints a header, and patches of text seldom do.
    output = git("log", "--reverse", "--format=%x01%x01%x01%H%x09%an%x0a", *options, commits)
    for part in output.split(b"\1\1\1")[1:]:
        head, _, rest = part.partition(b"\n")
        yield head.strip(b"\0"), rest


def _added(diff: bytes) -> bytes:
    lines = diff.split(b"\n")
    return b"\n".join([b"", *(line for line in lines if line.startswith((b"+", b"rename to ")))])
