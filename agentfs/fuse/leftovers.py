"""What a dead view process left: working copies, and who had read what.

Nobody knows whether the writers of the copies had finished, so these are shown and not
saved; it is the next writer's close that makes a save of them.  One whose content was saved
already, or is what its path shows anyway, goes.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from agentfs.backing.readings import ReadingsFile
from agentfs.backing.working import Note, WorkingFile
from agentfs.fuse.context import Context
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.admit import version_of
from agentfs.views.inodes import Kind, Node
from agentfs.views.namespace import Tracked

log = logging.getLogger(__name__)


def take_up(
    context: Context, readings: ReadingsFile, last_saved: Callable[[RepoPath], Version | None]
) -> None:
    """At the start of a view process, before it serves.  `last_saved` gives the version that
    the view saved last at a path, published or not."""
    records = ((each.process, each.path, each.version, each.at_ns) for each in readings.records())
    context.exposures.resume(records, readings)
    for note, working in list(context.working.leftovers()):
        node = _node_for(context, note, working, last_saved(note.path))
        if node is None:
            working.close()
            continue
        node.working, node.unsaved = working, True
        if node.version is not None:
            # Not what the path would show by now: that would undo what came in between.
            node.version = note.version
        node.permissions = 0o755 if note.executable else None
        context.state.inodes.written.add(node)
        log.warning("an unfinished write is shown: %r", note.path)


def _node_for(
    context: Context, note: Note, working: WorkingFile, saved: Version | None
) -> Node | None:
    """The inode that the working copy belongs to; None if it is of no use any more."""
    held = version_of(working.content(), Mode.EXECUTABLE if note.executable else Mode.FILE)
    if held in (note.version, saved):
        return None
    shown = context.state.namespace.show(note.path)
    if shown is None:
        return context.state.inodes.add(note.path, Kind.TRACKED, None, 0)
    if not isinstance(shown, Tracked) or shown.version == held:
        return None
    node = context.state.make(note.path, shown)
    return node if node.working is None else None
