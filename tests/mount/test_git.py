"""git inside a view: the trunk commit that it shows, and this agent's unpublished changes."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.site import Site, wait_for


def git(site: Site, view: Path, *arguments: str) -> str:
    return site.git(*arguments, cwd=view)


def test_a_fresh_view_is_clean(site: Site, ann: Path) -> None:
    assert git(site, ann, "status", "--porcelain") == ""
    assert git(site, ann, "rev-parse", "HEAD") == site.git("rev-parse", "trunk")
    assert git(site, ann, "rev-parse", "--show-toplevel").strip() == os.fspath(ann)
    assert git(site, ann, "ls-files").split() == site.trunk_files()


def test_head_follows_the_trunk(site: Site, ann: Path, ben: Path) -> None:
    (ben / "fresh.py").write_text("x = 1\n")
    site.settle()
    wait_for((ann / "fresh.py").exists, "ann sees it")
    assert git(site, ann, "status", "--porcelain") == ""
    assert git(site, ann, "log", "-1", "--format=%an").strip() == "ben"
    (ben / "fresh.py").unlink()
    site.settle()
    wait_for(lambda: not (ann / "fresh.py").exists(), "ann sees it go")
    assert git(site, ann, "status", "--porcelain") == ""


def test_unpublished_changes_are_a_diff(site: Site, ann: Path) -> None:
    (ann / "mine.py").write_text("x = 1\n")
    site.settle()
    assert git(site, ann, "status", "--porcelain") == ""
    with (ann / "mine.py").open("a") as file:
        file.write("y = 2\n")
        file.flush()
        assert git(site, ann, "status", "--porcelain") == " M mine.py\n"
        assert "+y = 2" in git(site, ann, "diff")


def test_blame_names_the_agent(site: Site, ann: Path) -> None:
    (ann / "blamed.py").write_text("x = 1\n")
    site.settle()
    assert "(ann " in git(site, ann, "blame", "blamed.py")


def test_what_is_staged_stays_while_the_trunk_moves(site: Site, ann: Path, ben: Path) -> None:
    git(site, ann, "status")
    (ann / "held-open.txt").write_text("1\n")
    git(site, ann, "add", "held-open.txt")
    (ben / "another.txt").write_text("1\n")
    site.settle()
    wait_for((ann / "another.txt").exists, "ann sees it")
    assert git(site, ann, "status", "--porcelain") == ""
    assert {"held-open.txt", "another.txt"} <= set(git(site, ann, "ls-files").split())


def test_add_commit_and_apply(site: Site, ann: Path) -> None:
    (ann / "committed.txt").write_text("1\n")
    git(site, ann, "add", "committed.txt")
    git(site, ann, "commit", "-q", "--allow-empty", "-m", "by hand")
    site.settle()
    assert site.trunk("committed.txt") == b"1\n"
    (ann / "committed.txt").write_text("2\n")
    site.settle()
    patch = site.git("diff", "trunk~1", "trunk", "--", "committed.txt")
    site.shell(["git", "apply", "-R", "-"], cwd=ann, text=patch)
    site.settle()
    assert site.trunk("committed.txt") == b"1\n"


def test_checkout_of_a_file_is_a_save(site: Site, ann: Path) -> None:
    (ann / "back.txt").write_text("1\n")
    site.settle()
    (ann / "back.txt").write_text("2\n")
    site.settle()
    git(site, ann, "checkout", "-q", "HEAD~1", "--", "back.txt")
    site.settle()
    assert site.trunk("back.txt") == b"1\n"


def test_a_branch_that_the_agent_checked_out_is_left_alone(site: Site) -> None:
    view = site.mount("eve")
    git(site, view, "checkout", "-q", "-b", "feature")
    (view / "on-feature.txt").write_text("1\n")
    site.settle()
    assert git(site, view, "symbolic-ref", "HEAD").strip() == "refs/heads/feature"
    site.agentfs("unmount", "eve")


def test_nothing_is_left_in_the_repository(site: Site) -> None:
    view = site.mount("fay")
    git(site, view, "status")
    assert "agentfs-fay" in os.listdir(site.git_dir / "worktrees")
    site.agentfs("unmount", "fay")
    worktrees = site.git_dir / "worktrees"
    wait_for(
        lambda: not worktrees.exists() or "agentfs-fay" not in os.listdir(worktrees),
        "the worktree is gone",
    )
    assert git(site, site.repo, "status", "--porcelain") == ""
