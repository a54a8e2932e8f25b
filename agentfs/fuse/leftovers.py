"""Working copies that a dead view process left: shown again, not saved.

Nobody knows whether their writers had finished, so it is the next writer's close that makes
a save of them.  One whose content is what its path shows anyway goes.
"""

from __future__ import annotations

import structlog

from agentfs.backing.working import Note, WorkingFile
from agentfs.fuse.context import Context
from agentfs.model.versions import Mode
from agentfs.pipeline.admit import version_of
from agentfs.views.inodes import Kind, Node
from agentfs.views.namespace import Tracked

log = structlog.get_logger()


def take_up(context: Context) -> None:
    """At the start of a view process, before it serves."""
    for note, working in list(context.working.leftovers()):
        node = _node_for(context, note, working)
        if node is None:
            working.close()
            continue
        node.working, node.unsaved = working, True
        node.permissions = 0o755 if note.executable else None
        context.state.inodes.written.add(node)
        log.warning("an unfinished write is shown", path=note.path)


def _node_for(context: Context, note: Note, working: WorkingFile) -> Node | None:
    """The inode that the working copy belongs to; None if it is of no use any more."""
    mode = Mode.EXECUTABLE if note.executable else Mode.FILE
    shown = context.state.namespace.show(note.path)
    if shown is None:
        return context.state.inodes.add(note.path, Kind.TRACKED, None, 0)
    if not isinstance(shown, Tracked) or shown.version == version_of(working.content(), mode):
        return None
    node = context.state.make(note.path, shown)
    return node if node.working is None else None
