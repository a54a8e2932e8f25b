"""Finding the user's repository, and what we ask of it: HEAD, revisions, worktrees.

Reads only.  Keeps nothing open: each question opens the repository anew, which takes about
0.1 ms, so that a value of `GitRepository` may be passed around and across forks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygit2

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import CommitId
from agentfs.trunk.layout import WORKTREE, StateDir
from agentfs.trunk.library import configure
from agentfs.trunk.objects import ObjectStore

_SYMBOLIC: Final = "ref: "
_BRANCH_IN_WORK: Final = ("rebase-merge/head-name", "rebase-apply/head-name", "BISECT_START")
"""Files of a git folder that name the branch an unfinished rebase or bisect came from."""


class NotARepository(AgentfsError):
    """The user's: no git repository at that place or above it, or one that is damaged."""

    code = "not-a-repository"


class UnsupportedPath(AgentfsError):
    """The user's: a repository at a path that LMDB and messages cannot name."""

    code = "unsupported-path"


class NoCommit(AgentfsError):
    """The user's: HEAD has no commit yet, so there is nothing to start a trunk from."""

    code = "no-commit"


class UnsupportedObjectFormat(AgentfsError):
    """The user's: a repository of a format (sha256, reftable) that we cannot work with."""

    code = "unsupported-object-format"


class BadRevision(AgentfsError):
    """The user's: a name that does not lead to a commit."""

    code = "bad-revision"


@dataclass(frozen=True)
class GitRepository:
    """A repository as seen from one place."""

    common_dir: Path
    """The git folder that all worktrees share; absolute."""
    git_dir: Path
    """The git folder of this worktree: HEAD and index.  Often the same."""
    worktree: Path | None
    """The root of the working tree that was asked about, main or linked."""
    bare: bool

    @property
    def state(self) -> StateDir:
        return StateDir.of(self.common_dir)

    def head_commit(self) -> CommitId:
        """The commit of this worktree's HEAD, on a branch or detached.

        Raises NoCommit, and BadRevision if that commit cannot be read.
        """
        repository = _open(self.git_dir)
        if repository.head_is_unborn:
            raise NoCommit(
                f"{self.worktree or self.common_dir} has no commit yet",
                hint="push a branch and point HEAD at it: git symbolic-ref HEAD refs/heads/NAME"
                if self.bare
                else "make one first: git commit --allow-empty -m start",
            )
        commit = CommitId(str(repository.head.target))
        if not ObjectStore(self.common_dir).verify(commit):
            raise BadRevision(f"HEAD is at {commit}, which is missing or broken")
        return commit

    def resolve(self, revision: str) -> CommitId:
        """The commit that a revision (``main~2``, a tag, a short id) names.

        Raises BadRevision.
        """
        repository = _open(self.git_dir)
        try:
            return CommitId(str(repository.revparse_single(revision).peel(pygit2.Commit).id))
        except (pygit2.GitError, ValueError) as error:
            raise BadRevision(
                f"{revision!r} names no commit", hint="`git log` and `git tag` show what there is"
            ) from error

    def checked_out_at(self, ref: str, *, ours: Collection[Path] = ()) -> Path | None:
        """The worktree that has branch `ref` checked out, in rebase or bisect; else None.

        Views do not count: worktrees below our state folder, or rooted at one of `ours`.
        """
        for git_dir, root in self._worktrees():
            if root not in ours and ref in _branches_in_use(git_dir):
                return root
        return None

    def _worktrees(self) -> Iterator[tuple[Path, Path]]:
        """Git folder and root of the main worktree and of linked ones that are not views.

        Read from the files, as git lays them out: libgit2 leaves out a worktree that is
        not there at the moment (another disk), but its branch is still in use.
        """
        main = _open(self.common_dir)
        if main.workdir is not None:
            yield self.common_dir, Path(main.workdir)
        for pointer in sorted(self.common_dir.glob("worktrees/*/gitdir")):
            if pointer.parent.name.startswith(WORKTREE):
                continue
            # A relative path is relative to the git folder it is written in.
            root = (pointer.parent / _text(pointer)).parent.resolve()
            if not root.is_relative_to(self.state.root):
                yield pointer.parent, root


def discover(path: Path) -> GitRepository:
    """The repository that `path` is in: a worktree or a folder of it, or a git folder.

    Raises NotARepository, UnsupportedObjectFormat, UnsupportedPath.
    """
    configure()
    try:
        found = pygit2.discover_repository(str(path))
    except (pygit2.GitError, KeyError) as error:
        raise _not_a_repository(path) from error
    if found is None:
        raise _not_a_repository(path)
    git_dir = Path(found).resolve()
    common_dir = _common_dir(git_dir)
    _refuse_other_formats(common_dir)
    _refuse_other_encodings(common_dir)
    repository = _open(git_dir)
    worktree = Path(repository.workdir).resolve() if repository.workdir else None
    return GitRepository(common_dir, git_dir, worktree, repository.is_bare)


def _common_dir(git_dir: Path) -> Path:
    pointer = git_dir / "commondir"
    return (git_dir / _text(pointer)).resolve() if pointer.exists() else git_dir


def _refuse_other_formats(common_dir: Path) -> None:
    """Tell an unknown format apart from damage: libgit2 has one error for both."""
    try:
        config = pygit2.Config(str(common_dir / "config"))
    except (pygit2.GitError, OSError):
        return
    for key, plain in (("extensions.objectformat", "sha1"), ("extensions.refstorage", "files")):
        if key in config and config[key] != plain:
            raise UnsupportedObjectFormat(
                f"{common_dir} is of format {config[key]}, and agentfs works with {plain} only",
                hint=f"make it anew without {config[key]}: git init, then fetch into it",
            )


def _refuse_other_encodings(common_dir: Path) -> None:
    try:
        str(common_dir).encode()
    except UnicodeEncodeError as error:
        shown = str(common_dir).encode("utf-8", "backslashreplace").decode()
        raise UnsupportedPath(
            f"the path of {shown} is not UTF-8", hint="rename the folder, or clone it elsewhere"
        ) from error


def _open(git_dir: Path) -> pygit2.Repository:
    configure()
    try:
        return pygit2.Repository(str(git_dir))
    except pygit2.GitError as error:
        raise NotARepository(f"{git_dir} cannot be opened as a repository: {error}") from error


def _not_a_repository(path: Path) -> NotARepository:
    return NotARepository(f"{path} is not in a git repository", hint="make one with: git init")


def _branches_in_use(git_dir: Path) -> Iterator[str]:
    """Full names of the branches that a worktree works on."""
    head = _text(git_dir / "HEAD")
    if head.startswith(_SYMBOLIC):
        yield head.removeprefix(_SYMBOLIC).strip()
    for name in _BRANCH_IN_WORK:
        branch = _text(git_dir / name)
        if branch:
            yield branch if branch.startswith("refs/") else f"refs/heads/{branch}"


def _text(path: Path) -> str:
    """A small file of git's, without its newline; empty if there is none."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape").rstrip("\n")
    except (FileNotFoundError, NotADirectoryError):
        return ""
