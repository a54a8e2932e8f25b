"""Whether one commit contains another.

Not by libgit2: it reads commits as it reads all loose objects, see `loose`.
"""

from __future__ import annotations

import heapq
from typing import Final

from agentfs.model.ids import CommitId
from agentfs.trunk.commits import read_commit
from agentfs.trunk.objects import MissingObject, ObjectStore

_OLD: Final = 1
_NEW: Final = 2
_BOTH: Final = _OLD | _NEW
_STALE: Final = 4
"""Below a commit that both contain: tells nothing more."""


def is_ancestor(store: ObjectStore, old: CommitId, new: CommitId) -> bool:
    """Whether `new` contains `old`; a commit contains itself, and nothing unknown.

    Reads the history since the two parted, newest commits first: git's own algorithm
    (`paint_down_to_common`).  As git's, it may take a commit for no ancestor if clocks were
    badly wrong.  History that is missing (a shallow clone) ends there.
    """
    if old == new:
        return store.has(old)
    walk = _Walk(store)
    walk.mark(old, _OLD)
    walk.mark(new, _NEW)
    while walk.goes_on() and not walk.marks.get(old, 0) & _NEW:
        walk.step()
    return walk.marks.get(old, 0) & _NEW != 0


class _Walk:
    """Commits to look at, newest first, and what is known of each: which side contains it."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store
        self._queue: list[tuple[int, CommitId, tuple[CommitId, ...]]] = []
        self.marks: dict[CommitId, int] = {}

    def mark(self, commit: CommitId, marks: int) -> None:
        """A commit learns marks, and is looked at (again) if they are new to it."""
        known = self.marks.get(commit, 0)
        if known | marks == known:
            return
        try:
            facts = read_commit(self._store, commit)
        except MissingObject:
            return
        self.marks[commit] = known | marks
        heapq.heappush(self._queue, (-facts.seconds, commit, facts.parents))

    def goes_on(self) -> bool:
        return any(not self.marks[commit] & _STALE for _, commit, _ in self._queue)

    def step(self) -> None:
        _, commit, parents = heapq.heappop(self._queue)
        marks = self.marks[commit]
        if marks & _BOTH == _BOTH:
            marks |= _STALE
        for parent in parents:
            self.mark(parent, marks)
