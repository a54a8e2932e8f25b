"""Pure functions over `RepoPath`."""

from __future__ import annotations

from collections.abc import Iterator

from agentfs.model.ids import ROOT, RepoPath


def join(parent: RepoPath, name: bytes) -> RepoPath:
    return RepoPath(parent + b"/" + name if parent else name)


def parent(path: RepoPath) -> RepoPath:
    """The folder of `path`; the root is its own parent."""
    return RepoPath(path.rpartition(b"/")[0])


def name(path: RepoPath) -> bytes:
    return path.rpartition(b"/")[2]


def parts(path: RepoPath) -> list[bytes]:
    return path.split(b"/") if path else []


def ancestors(path: RepoPath) -> Iterator[RepoPath]:
    """Every folder that contains `path`, nearest first, the root last."""
    while path:
        path = parent(path)
        yield path


def is_under(path: RepoPath, folder: RepoPath) -> bool:
    """Whether `path` lies in `folder`, at any depth; no path lies in itself."""
    return path != ROOT if folder == ROOT else path.startswith(folder + b"/")


def rebase(path: RepoPath, old: RepoPath, new: RepoPath) -> RepoPath:
    """`path` after its ancestor (or itself) `old` became `new`."""
    return RepoPath(new + path[len(old) :])


def display(path: RepoPath) -> str:
    """For people and JSON: bytes that are not UTF-8 are shown as ``\\xNN``."""
    return path.decode("utf-8", "backslashreplace")
