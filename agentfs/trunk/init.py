"""Making the trunk branch, without touching the user's branch, index or files."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

import pygit2
from pygit2.enums import ReferenceType

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import CommitId
from agentfs.trunk.branch import TrunkBranch, TrunkMoved
from agentfs.trunk.library import configure
from agentfs.trunk.repository import GitRepository

_BRANCHES: Final = "refs/heads/"


class BadBranchName(AgentfsError):
    """The user's: a name that no branch, or not the trunk, can have."""

    code = "bad-branch-name"


class TrunkCheckedOut(AgentfsError):
    """The user's: the trunk is checked out, so publishing would put that worktree out of date."""

    code = "trunk-checked-out"


def trunk_ref(name: str) -> str:
    """The full name of branch `name`, by git's rules.  Raises BadBranchName."""
    ref = _BRANCHES + name
    # git's check of a branch is that of a ref, and two rules more.
    if name.startswith("-") or name == "HEAD" or not _is_ref(ref):
        raise BadBranchName(
            f"{name!r} is not a name for a branch", hint="see `git help check-ref-format`"
        )
    return ref


def init_trunk(
    repository: GitRepository, ref: str, commit: CommitId, *, ours: Collection[Path] = ()
) -> CommitId:
    """Make branch `ref` at `commit`, or adopt it as it is; gives where it stands.

    `ours` are roots of views, see `GitRepository.checked_out_at`.  Raises BadBranchName,
    TrunkCheckedOut, RefNotWritten; nothing is made then.
    """
    _refuse_unusable(repository, ref)
    worktree = repository.checked_out_at(ref, ours=ours)
    if worktree is not None:
        raise TrunkCheckedOut(
            f"branch {_short(ref)!r} is checked out in {worktree}",
            hint="switch that worktree to another branch, or name another trunk",
        )
    branch = TrunkBranch(repository.common_dir, ref)
    return branch.read() or _make(branch, commit)


def _make(branch: TrunkBranch, commit: CommitId) -> CommitId:
    try:
        branch.compare_and_swap(None, commit)
    except TrunkMoved:
        # Someone made it in between, which is as good as having been there before.
        return branch.read() or commit
    return commit


def _refuse_unusable(repository: GitRepository, ref: str) -> None:
    """A symbolic branch would make us move another one, the user's; a folder of branches
    cannot be one."""
    if not ref.startswith(_BRANCHES) or not _is_ref(ref):
        raise BadBranchName(f"{ref!r} is not the full name of a branch")
    configure()
    names = pygit2.Repository(str(repository.common_dir)).references
    found = names.get(ref)
    if found is not None and found.type == ReferenceType.SYMBOLIC:
        raise BadBranchName(f"branch {_short(ref)!r} stands for another: {found.target}")
    for other in names:
        if other.startswith(ref + "/") or ref.startswith(other + "/"):
            raise BadBranchName(
                f"there can be no branch {_short(ref)!r} beside branch {_short(other)!r}",
                hint="name another trunk",
            )


def _is_ref(ref: str) -> bool:
    if "\0" in ref:
        # libgit2 would see the part before it.
        return False
    try:
        return pygit2.reference_is_valid_name(ref)
    except ValueError:
        return False


def _short(ref: str) -> str:
    return ref.removeprefix(_BRANCHES)
