"""Replays the log from its first event into other git objects: a check that it is complete.

The same events give the same commits, bit for bit.  What the log cannot give is what others
made: the history that the trunk began from, and commits that were adopted; those are
copied from the repository.
"""

from __future__ import annotations

from collections.abc import Iterator

from agentfs.eventlog.tables import Tables
from agentfs.model.events import Adopted, Initialized, Published
from agentfs.model.ids import BlobId, CommitId, Seq, TreeId
from agentfs.pipeline.publication.projection import project
from agentfs.trunk.objects import ObjectStore


def replay(
    tables: Tables, source: ObjectStore, target: ObjectStore
) -> Iterator[tuple[Seq, CommitId]]:
    """Make every commit of the trunk in `target`; gives each with its event, in order.

    `source` has the repository's own objects.  `target` gets the trees of the history that
    it did not make, and not its blobs.  Raises ProjectionDiffers at the first event that
    gives another commit than it says.
    """

    def content(blob: BlobId) -> bytes | None:
        found = tables.content(blob)
        return source.read_blob(blob) if found is None else found

    for event in tables.events(Seq(0)):
        match event:
            case Initialized() | Adopted():
                _copy_tree(source, target, event.tree)
                target.write_commit(source.read(event.commit, "commit"))
                yield event.seq, event.commit
            case Published():
                yield event.seq, project(target, content, event)
            case _:
                pass


def _copy_tree(source: ObjectStore, target: ObjectStore, tree: TreeId) -> None:
    """Folders that are there are there with all in them: they are written last."""
    if target.has(tree):
        return
    for entry in source.read_tree(tree).values():
        if entry.is_tree:
            _copy_tree(source, target, TreeId(entry.id))
    target.write_tree(source.read_tree(tree))
