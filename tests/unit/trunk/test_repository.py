"""Finding repositories of every shape, and the worktrees that use a branch."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from agentfs.trunk.branch import TrunkBranch
from agentfs.trunk.objects import ObjectStore
from agentfs.trunk.repository import (
    BadRevision,
    NoCommit,
    NotARepository,
    UnsupportedObjectFormat,
    UnsupportedPath,
    discover,
)
from tests.unit.trunk.realgit import Git

TRUNK = "refs/heads/trunk"


@pytest.fixture
def linked(git: Git) -> Git:
    """A linked worktree of `git`, on branch ``other``."""
    git.commit(a="a")
    git("worktree", "add", "-q", "-b", "other", "../linked")
    return Git(git.root.parent / "linked")


def test_from_the_root_from_a_folder_from_a_file_and_from_the_git_folder(git: Git) -> None:
    git.commit(src__inner__a_py="a")
    repository = discover(git.root)
    assert repository.common_dir == repository.git_dir == git.root / ".git"
    assert repository.worktree == git.root
    assert not repository.bare
    assert repository.state.root == git.root / ".git/agentfs"
    for inside in ("src/inner", ".git"):
        assert discover(git.root / inside) == repository


def test_through_a_symbolic_link(git: Git, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(git.root)
    assert discover(tmp_path / "link") == discover(git.root)


def test_at_a_path_that_is_not_utf8(tmp_path: Path) -> None:
    git = Git.init(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")))
    git.commit(a="a")
    with pytest.raises(UnsupportedPath, match=r"caf\\udce9"):
        discover(git.root)


def test_a_linked_worktree_shares_all_but_head(git: Git, linked: Git) -> None:
    linked.commit(b="b")
    (linked.root / "inner").mkdir()
    repository = discover(linked.root / "inner")
    assert repository.common_dir == git.root / ".git"
    assert repository.git_dir == git.root / ".git/worktrees/linked"
    assert repository.worktree == linked.root
    assert not repository.bare
    assert repository.head_commit() == linked("rev-parse", "HEAD")
    assert discover(git.root).head_commit() == git("rev-parse", "HEAD")
    assert repository.head_commit() != discover(git.root).head_commit()


def test_a_bare_repository(git: Git, tmp_path: Path) -> None:
    commit = git.commit()
    git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    repository = discover(tmp_path / "bare")
    assert repository.common_dir == tmp_path / "bare"
    assert repository.worktree is None
    assert repository.bare
    assert repository.head_commit() == commit


@pytest.mark.parametrize("place", ["", "none", "none/at/all"])
def test_no_repository(tmp_path: Path, place: str) -> None:
    with pytest.raises(NotARepository, match="is not in a git repository") as caught:
        discover(tmp_path / place)
    assert caught.value.code == "not-a-repository"
    assert "git init" in caught.value.hint


def test_a_damaged_repository(git: Git) -> None:
    (git.root / ".git/config").write_text("[core\n")
    with pytest.raises(NotARepository) as caught:
        discover(git.root)
    assert "\n" not in str(caught.value)


def test_sha256_is_refused(tmp_path: Path) -> None:
    git = Git.init(tmp_path / "sha256", "--object-format=sha256")
    with pytest.raises(UnsupportedObjectFormat, match="sha256") as caught:
        discover(git.root)
    assert caught.value.code == "unsupported-object-format"


def test_reftable_is_refused(git: Git) -> None:
    git("config", "core.repositoryformatversion", "1")
    git("config", "extensions.refstorage", "reftable")
    with pytest.raises(UnsupportedObjectFormat, match="reftable"):
        discover(git.root)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user(git: Git) -> None:
    commit = git.commit(a="a")
    for path in [git.root, *git.root.rglob("*")]:
        os.lchown(path, 12345, 12345)
    assert git.fails("rev-parse", "HEAD")
    repository = discover(git.root)
    assert repository.head_commit() == commit
    assert ObjectStore(repository.common_dir).verify(commit)
    TrunkBranch(repository.common_dir, TRUNK).compare_and_swap(None, repository.head_commit())


@pytest.mark.parametrize(("options", "hint"), [([], "git commit"), (["--bare"], "symbolic-ref")])
def test_no_commit_yet(tmp_path: Path, options: list[str], hint: str) -> None:
    git = Git.init(tmp_path / "empty", *options)
    with pytest.raises(NoCommit, match="has no commit yet") as caught:
        discover(git.root).head_commit()
    assert caught.value.code == "no-commit"
    assert hint in caught.value.hint


def test_head_detached_packed_and_broken(git: Git) -> None:
    first = git.commit(a="1")
    git.commit(a="2")
    git("checkout", "-q", "--detach", first)
    assert discover(git.root).head_commit() == first
    git("gc", "-q")
    assert discover(git.root).head_commit() == first
    (git.root / ".git/HEAD").write_text("1" * 40 + "\n")
    with pytest.raises(BadRevision, match="missing or broken"):
        discover(git.root).head_commit()


def test_revisions(git: Git) -> None:
    first = git.commit(a="1")
    second = git.commit(a="2")
    git("tag", "-a", "-m", "tagged", "v1", first)
    repository = discover(git.root)
    for revision in ("HEAD~1", "v1", "main^", first, first[:10]):
        assert repository.resolve(revision) == first
    assert repository.resolve("main") == second
    for revision in ("", "none", "HEAD:a", "HEAD~7", "f" * 40, "a..b", "nul\0", "-x", "\udcff"):
        with pytest.raises(BadRevision) as caught:
            repository.resolve(revision)
        assert caught.value.code == "bad-revision"


def test_where_a_branch_is_checked_out(git: Git, linked: Git) -> None:
    repository = discover(linked.root)
    assert repository.checked_out_at("refs/heads/main") == git.root
    assert repository.checked_out_at("refs/heads/other") == linked.root
    assert repository.checked_out_at("refs/heads/other", ours=[linked.root]) is None
    assert repository.checked_out_at(TRUNK) is None
    git("checkout", "-q", "--detach")
    assert repository.checked_out_at("refs/heads/main") is None


def test_a_worktree_that_is_away_still_has_its_branch(git: Git, linked: Git) -> None:
    shutil.rmtree(linked.root)
    assert discover(git.root).checked_out_at("refs/heads/other") == linked.root
    git("worktree", "prune")
    assert discover(git.root).checked_out_at("refs/heads/other") is None


def test_views_do_not_count(git: Git) -> None:
    git.commit()
    repository = discover(git.root)
    repository.state.root.mkdir()
    git("worktree", "add", "-q", "-b", "trunk", str(repository.state.root / "view"))
    assert repository.checked_out_at(TRUNK) is None


def test_the_branch_of_an_unfinished_rebase_or_bisect_is_in_use(git: Git, linked: Git) -> None:
    git.commit(a="main's")
    linked.commit(a="other's")
    assert linked.fails("rebase", "main")
    assert linked("rev-parse", "--abbrev-ref", "HEAD") == "HEAD"
    repository = discover(git.root)
    assert repository.checked_out_at("refs/heads/other") == linked.root
    linked("rebase", "--abort")
    git("bisect", "start", "HEAD", "HEAD~1")
    git("checkout", "-q", "--detach")
    assert repository.checked_out_at("refs/heads/main") == git.root


def test_head_of_a_bare_repository_checks_nothing_out(git: Git, tmp_path: Path) -> None:
    git.commit()
    git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    assert discover(tmp_path / "bare").checked_out_at("refs/heads/main") is None
