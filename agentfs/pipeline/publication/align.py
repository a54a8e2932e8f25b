"""Keeps the trunk's ref where the log says, and takes in what others put on top.

Users may move the branch with git at any time.  Commits on top of the trunk are adopted.
A branch that was moved to where accepted saves are missing is put back, and what it was
moved to is kept under a ref of ours.  All plain defs: who calls them holds the publisher's
lock, or is alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from agentfs.model.events import Adopted, Repelled
from agentfs.model.ids import CommitId
from agentfs.model.rows import Head
from agentfs.model.versions import PathChange
from agentfs.trunk import trees
from agentfs.trunk.branch import KEPT, TrunkBranch, TrunkLocked
from agentfs.trunk.commits import read_commit
from agentfs.trunk.objects import ObjectStore

FOREIGN: Final = "foreign/"
_SHORT: Final = 12
_LOCK_SECONDS: Final = 10.0
"""How old git's lock of the ref must be to be taken for a dead process's."""


@dataclass(frozen=True)
class Drift:
    """The ref is at `found`, and the log says otherwise.

    `event` is to be recorded first; then, unless it is Adopted, the ref is put back.
    """

    found: CommitId | None
    event: Adopted | Repelled | None

    @property
    def puts_back(self) -> bool:
        return not isinstance(self.event, Adopted)


def drift(head: Head, branch: TrunkBranch, store: ObjectStore, now_ns: int) -> Drift | None:
    """What to do about the ref; None if nothing.  Only reads.  Raises MissingObject."""
    found = branch.read()
    if found == head.commit:
        return None
    # Behind, or not there: a crash came before the ref was moved, or somebody reset it.
    if found is None or branch.is_ancestor(found, head.commit):
        return Drift(found, None)
    if branch.is_ancestor(head.commit, found):
        return Drift(found, _adopted(head, found, store, now_ns))
    kept_as = f"{KEPT}{FOREIGN}{found[:_SHORT]}"
    return Drift(found, Repelled(commit=found, kept_as=kept_as))


def keep(branch: TrunkBranch, repelled: Repelled) -> None:
    """Before the event is recorded: it says where the commit is.  Raises RefNotWritten."""
    branch.keep(repelled.commit, repelled.kept_as.removeprefix(KEPT))


def move(branch: TrunkBranch, old: CommitId | None, new: CommitId) -> None:
    """Compare and swap, past the lock of a git process that died with it.

    Raises TrunkMoved, TrunkLocked, RefNotWritten.
    """
    try:
        branch.compare_and_swap(old, new)
    except TrunkLocked:
        if not branch.clear_stale_lock(_LOCK_SECONDS):
            raise
        branch.compare_and_swap(old, new)


def _adopted(head: Head, found: CommitId, store: ObjectStore, now_ns: int) -> Adopted:
    tree = read_commit(store, found).tree
    changes = trees.diff(store, head.tree, tree)
    paths = tuple(PathChange(path, old, new, now_ns) for path, old, new in changes)
    return Adopted(commit=found, tree=tree, parent=head.commit, paths=paths)
