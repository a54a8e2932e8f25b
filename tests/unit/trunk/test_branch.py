"""The trunk's ref beside git commands that read, move, pack and lock it."""

from __future__ import annotations

import os

import pytest

from agentfs.model.ids import CommitId
from agentfs.trunk.branch import RefNotWritten, TrunkBranch, TrunkLocked, TrunkMoved
from agentfs.trunk.objects import MissingObject
from tests.unit.trunk.realgit import Git

REF = "refs/heads/team/trunk"


@pytest.fixture
def commits(git: Git) -> list[CommitId]:
    return [CommitId(git.commit(f"{number}")) for number in range(4)]


@pytest.fixture
def branch(git: Git, commits: list[CommitId]) -> TrunkBranch:
    return TrunkBranch(git.git_dir, REF)


def at(git: Git) -> str:
    return git("for-each-ref", "--format=%(objectname)", REF)


def test_made_then_moved(git: Git, branch: TrunkBranch, commits: list[CommitId]) -> None:
    assert branch.read() is None
    branch.compare_and_swap(None, commits[0])
    assert branch.read() == at(git) == commits[0]
    branch.compare_and_swap(commits[0], commits[1])
    assert branch.read() == at(git) == commits[1]
    assert git("log", "-g", "--format=%gs", REF) == "agentfs: publish\nagentfs: publish"
    git.assert_sound()


def test_a_swap_from_elsewhere_changes_nothing(
    git: Git, branch: TrunkBranch, commits: list[CommitId]
) -> None:
    with pytest.raises(TrunkMoved) as caught:
        branch.compare_and_swap(commits[0], commits[1])
    assert caught.value.code == "trunk-moved"
    assert at(git) == ""
    branch.compare_and_swap(None, commits[0])
    for old in (None, commits[2]):
        with pytest.raises(TrunkMoved):
            branch.compare_and_swap(old, commits[1])
    assert at(git) == commits[0]
    assert not list(git.git_dir.rglob("*.lock"))


def test_moves_by_others_are_seen(git: Git, branch: TrunkBranch, commits: list[CommitId]) -> None:
    branch.compare_and_swap(None, commits[0])
    git("update-ref", REF, commits[1])
    assert branch.read() == commits[1]
    git("pack-refs", "--all", "--prune")
    assert branch.read() == commits[1]
    branch.compare_and_swap(commits[1], commits[2])
    assert at(git) == commits[2]
    git("pack-refs", "--all", "--prune")
    git("update-ref", "-d", REF)
    assert branch.read() is None


def test_nobody_moves_it_between_comparison_and_swap(git: Git, commits: list[CommitId]) -> None:
    refused = []

    class Racing(TrunkBranch):
        def _expect(self, old: CommitId | None) -> None:
            super()._expect(old)
            refused.append(git.fails("update-ref", REF, commits[3]))

    Racing(git.git_dir, REF).compare_and_swap(None, commits[0])
    assert refused == [True]
    assert at(git) == commits[0]


def test_a_lock_of_another(git: Git, branch: TrunkBranch, commits: list[CommitId]) -> None:
    branch.compare_and_swap(None, commits[0])
    lock = git.git_dir / f"{REF}.lock"
    lock.touch()
    with pytest.raises(TrunkLocked, match="locked") as caught:
        branch.compare_and_swap(commits[0], commits[1])
    assert caught.value.code == "trunk-locked"
    assert not branch.clear_stale_lock(60)
    assert lock.exists()
    os.utime(lock, (1_000_000_000, 1_000_000_000))
    assert branch.clear_stale_lock(60)
    assert not branch.clear_stale_lock(60)
    branch.compare_and_swap(commits[0], commits[1])
    assert at(git) == commits[1]


def test_a_commit_that_is_missing_is_not_named(git: Git, branch: TrunkBranch) -> None:
    missing = CommitId("1" * 40)
    with pytest.raises(MissingObject):
        branch.compare_and_swap(None, missing)
    with pytest.raises(MissingObject):
        branch.keep(missing, "x")
    assert git("for-each-ref", "refs/agentfs", REF) == ""


def test_a_ref_that_cannot_be_written(
    git: Git, branch: TrunkBranch, commits: list[CommitId]
) -> None:
    git("update-ref", "refs/heads/team", commits[0])
    with pytest.raises(RefNotWritten, match=REF):
        branch.compare_and_swap(None, commits[1])
    assert branch.read() is None


def test_a_symbolic_trunk_never_moves_the_branch_behind_it(
    git: Git, branch: TrunkBranch, commits: list[CommitId]
) -> None:
    git("symbolic-ref", REF, "refs/heads/main")
    assert branch.read() == commits[3]
    branch.compare_and_swap(commits[3], commits[0])
    assert git("rev-parse", "refs/heads/main") == commits[3]
    assert at(git) == commits[0]


def test_kept_commits_survive_gc(git: Git, branch: TrunkBranch, commits: list[CommitId]) -> None:
    assert branch.keep(commits[2], "repelled/1") == "refs/agentfs/repelled/1"
    assert git("rev-parse", "refs/agentfs/repelled/1") == commits[2]
    branch.keep(commits[3], "repelled/1")
    git("reset", "-q", "--hard", commits[0])
    git("reflog", "expire", "--expire=now", "--all")
    git("gc", "-q", "--prune=now")
    assert git("cat-file", "-t", commits[3]) == "commit"


def test_ancestry(branch: TrunkBranch, commits: list[CommitId]) -> None:
    assert branch.is_ancestor(commits[0], commits[3])
    assert not branch.is_ancestor(commits[3], commits[0])


def test_sync(branch: TrunkBranch, commits: list[CommitId]) -> None:
    branch.compare_and_swap(None, commits[0])
    branch.sync_objects()
    assert branch.read() == commits[0]


def test_of_a_bare_repository(git: Git, commits: list[CommitId]) -> None:
    bare = Git(git.root.parent / "bare")
    git("clone", "-q", "--bare", ".", str(bare.root))
    branch = TrunkBranch(bare.root, REF)
    branch.compare_and_swap(None, commits[1])
    assert at(bare) == commits[1]
    bare.assert_sound()


@pytest.mark.parametrize("torn", [b"", bytes(41), b"0" * 40, b"1234\n", b"\xff" * 41])
def test_a_torn_ref_is_taken_away(
    git: Git, branch: TrunkBranch, commits: list[CommitId], torn: bytes
) -> None:
    branch.compare_and_swap(None, commits[0])
    assert not branch.clear_torn()
    (git.git_dir / REF).write_bytes(torn)
    assert branch.clear_torn()
    assert branch.read() is None
    branch.compare_and_swap(None, commits[1])
    assert branch.read() == at(git) == commits[1]
    git.assert_sound()


def test_a_symbolic_or_packed_ref_is_not_torn(
    git: Git, branch: TrunkBranch, commits: list[CommitId]
) -> None:
    branch.compare_and_swap(None, commits[0])
    git("pack-refs", "--all")
    assert not branch.clear_torn()
    git("symbolic-ref", REF, "refs/heads/elsewhere")
    assert not branch.clear_torn()
