"""From a Published event to git: the blobs, trees and the commit that it describes.

Git's objects are a projection of the log.  The same functions make them when a changeset is
published, when a crash lost them, and when the log is replayed; so all three give the same
commits, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from agentfs.model.errors import AgentfsError
from agentfs.model.events import Published
from agentfs.model.ids import BlobId, CommitId, RepoPath, TreeId
from agentfs.model.versions import Mode, PathChange, Version
from agentfs.trunk import trees
from agentfs.trunk.commits import CommitSpec, commit_bytes, read_commit
from agentfs.trunk.objects import ObjectStore

Content = Callable[[BlobId], bytes | None]
"""The log's content of a blob; None if git had it before any save."""


class ProjectionDiffers(AgentfsError):
    """Ours or the disk's: the log does not give the commit that it says it gave."""

    code = "projection-differs"


def is_commit(event: Published) -> bool:
    """Not if the trunk already had what was published: then the head stays."""
    return event.commit != event.parent


def write_blobs(store: ObjectStore, content: Content, versions: Iterable[Version | None]) -> None:
    """Raises ObjectNotWritten."""
    for version in versions:
        if version is not None and version.mode is not Mode.SUBMODULE:
            data = content(version.blob)
            if data is not None:
                store.write_blob(data)


def write_tree(store: ObjectStore, before: TreeId, changes: Iterable[PathChange]) -> TreeId:
    """Raises ObjectNotWritten, and UnstorablePath for paths that no tree can have together."""
    edits: dict[RepoPath, Version | None] = {
        change.path: change.after for change in changes if change.before != change.after
    }
    return trees.apply(store, before, edits)


def commit_of(event: Published) -> bytes:
    """The commit object; `event.commit` is not looked at."""
    spec = CommitSpec(
        tree=event.tree,
        parents=(event.parent,),
        author=event.author,
        email=event.email,
        seconds=event.seconds,
        message=event.message,
    )
    return commit_bytes(spec)


def project(store: ObjectStore, content: Content, event: Published) -> CommitId:
    """Write everything that `event` says git has, from the log and the parent commit's tree.

    Raises ProjectionDiffers if it comes out otherwise, MissingObject, ObjectNotWritten.
    """
    if not is_commit(event):
        return event.commit
    write_blobs(store, content, (change.after for change in event.paths))
    tree = write_tree(store, read_commit(store, event.parent).tree, event.paths)
    commit = store.write_commit(commit_of(event))
    if (tree, commit) != (event.tree, event.commit):
        raise ProjectionDiffers(
            f"event {event.seq} gives commit {commit}, and the log says {event.commit}",
            hint="the log or the repository was changed by something else than agentfs",
        )
    return commit
