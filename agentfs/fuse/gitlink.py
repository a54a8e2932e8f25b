"""The `.git` file in a view's root, and the moment at which git's side follows the view.

git opens and reads `.git` before anything else; so its open is where the worktree's HEAD and
index are brought to the commit that the view shows.  Not its lookup: `ls -la` asks for that
too, and the index of 2,400 files costs a view 4 MB.
"""

from __future__ import annotations

import os
from typing import Final

from agentfs.fuse.context import Context
from agentfs.model.ids import RepoPath
from agentfs.model.versions import Version
from agentfs.trunk.gitindex import Stat
from agentfs.trunk.worktree import Worktree
from agentfs.views.namespace import Tracked

PATH: Final = RepoPath(b".git")
_MOST_STATS: Final = 20_000
"""Files of a view beyond which git may read them once itself: an inode for each costs memory."""


class GitLink:
    """git's view of one view."""

    def __init__(self, context: Context, worktree: Worktree) -> None:
        self._context = context
        self._worktree = worktree
        self._uid, self._gid = os.getuid(), os.getgid()
        context.private.write(PATH, worktree.pointer, 0o644)

    def bring_up(self) -> None:
        """Called by the open of `.git`."""
        self._worktree.bring_up(self._context.state.commit, self._stat)

    def remove(self) -> None:
        """The view is unmounted."""
        self._worktree.remove()

    def _stat(self, path: RepoPath, version: Version) -> Stat | None:
        state = self._context.state
        shown = state.namespace.tracked(path)
        if shown is None or shown.version != version:
            return None
        if state.inodes.at(path) is None and len(state.inodes) > _MOST_STATS:
            return None
        node = state.make(path, Tracked(version, shown.saved_ns))
        if node.version != version or node.unsaved:
            return None
        size = self._context.size(node, version)
        return Stat(node.mtime_ns, node.ino, self._uid, self._gid, size)
