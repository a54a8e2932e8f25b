"""Making the trunk branch leaves everything of the user's as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from agentfs.model.ids import CommitId
from agentfs.trunk.init import BadBranchName, TrunkCheckedOut, init_trunk, trunk_ref
from agentfs.trunk.repository import GitRepository, discover
from tests.unit.trunk.realgit import Git

TRUNK = "refs/heads/trunk"


@pytest.fixture
def head(git: Git) -> CommitId:
    git.commit("first", a="1")
    return CommitId(git.commit("second", a="2"))


@pytest.fixture
def repository(git: Git, head: CommitId) -> GitRepository:
    return discover(git.root)


def test_made_at_the_given_commit(git: Git, repository: GitRepository, head: CommitId) -> None:
    assert init_trunk(repository, TRUNK, head) == head
    assert git("rev-parse", TRUNK) == head
    git.assert_sound()


def test_the_users_branch_index_and_files_stay(
    git: Git, repository: GitRepository, head: CommitId
) -> None:
    (git.root / "a").write_text("staged")
    git("add", "a")
    (git.root / "a").write_text("unstaged")
    (git.root / "untracked").touch()

    def all_of_it() -> list[str | bytes]:
        files = [git.git_dir / "HEAD", git.git_dir / "index", git.root / "a"]
        return [
            *(file.read_bytes() for file in files),
            git("status", "--porcelain=v2", "--branch"),
            git("rev-parse", "main"),
            git("log", "-g", "--format=%H %gs", "HEAD"),
        ]

    before = all_of_it()
    init_trunk(repository, TRUNK, head)
    assert all_of_it() == before


def test_a_trunk_that_exists_is_adopted_as_it_is(
    git: Git, repository: GitRepository, head: CommitId
) -> None:
    git("branch", "trunk", "HEAD~1")
    older = git("rev-parse", "HEAD~1")
    assert init_trunk(repository, TRUNK, head) == older == git("rev-parse", TRUNK)
    git("pack-refs", "--all", "--prune")
    assert init_trunk(repository, TRUNK, head) == older


def test_a_trunk_that_is_checked_out_is_refused(
    git: Git, repository: GitRepository, head: CommitId, tmp_path: Path
) -> None:
    with pytest.raises(TrunkCheckedOut, match=f"'main' is checked out in {git.root}") as caught:
        init_trunk(repository, "refs/heads/main", head)
    assert caught.value.code == "trunk-checked-out"
    assert caught.value.hint
    git("worktree", "add", "-q", "-b", "trunk", str(tmp_path / "linked"))
    with pytest.raises(TrunkCheckedOut, match=str(tmp_path / "linked")):
        init_trunk(repository, TRUNK, head)


def test_a_bare_repository_may_have_the_trunk_as_its_head(
    git: Git, head: CommitId, tmp_path: Path
) -> None:
    git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    assert init_trunk(discover(tmp_path / "bare"), "refs/heads/main", head) == head


GOOD = ["trunk", "team/trunk", "a.b", "Ünï", "x-1", "@x"]
BAD = [
    "", "-x", "a b", "a..b", "a~", "a^", "a:b", "a?", "a*", "a[", "a\\b", "a.lock", "/a", "a/",
    "a//b", ".a", "a.", "a/.b", "@{", "a@{b", "HEAD", "a\0b", "a\x7f", "a\nb", "\udcff",
]  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_good_names(git: Git, name: str) -> None:
    git("check-ref-format", "--branch", name)
    assert trunk_ref(name) == f"refs/heads/{name}"


@pytest.mark.parametrize("name", BAD)
def test_bad_names(git: Git, name: str) -> None:
    if name not in {"", "HEAD", "a\0b", "\udcff"}:
        assert git.fails("check-ref-format", "--branch", name)
    with pytest.raises(BadBranchName) as caught:
        trunk_ref(name)
    assert caught.value.code == "bad-branch-name"


@pytest.mark.parametrize("ref", ["trunk", "refs/tags/trunk", "refs/heads/a b", "HEAD"])
def test_only_full_names_of_branches(repository: GitRepository, head: CommitId, ref: str) -> None:
    with pytest.raises(BadBranchName):
        init_trunk(repository, ref, head)


def test_a_branch_that_stands_for_another_is_refused(
    git: Git, repository: GitRepository, head: CommitId
) -> None:
    git("branch", "users")
    git("symbolic-ref", TRUNK, "refs/heads/users")
    with pytest.raises(BadBranchName, match="stands for another: refs/heads/users"):
        init_trunk(repository, TRUNK, head)


@pytest.mark.parametrize(("there", "wanted"), [("trunk/x", "trunk"), ("team", "team/trunk")])
def test_a_branch_cannot_be_beside_a_folder_of_branches(
    git: Git, repository: GitRepository, head: CommitId, there: str, wanted: str
) -> None:
    git("branch", there)
    with pytest.raises(BadBranchName, match=f"beside branch '{there}'"):
        init_trunk(repository, f"refs/heads/{wanted}", head)
    assert git.fails("rev-parse", "--verify", f"refs/heads/{wanted}")
