"""Repositories of every shape: each is made ready, mounted, saved to, and sound afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mount.conftest import FILES
from tests.support.site import Site

ODD = 'a, b=\\ü%41\tq"\n'


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path / ODD, FILES)
    yield site
    site.close()


def save_and_take_down(site: Site, view: Path, cwd: Path) -> None:
    """With a command run in `cwd`, and one in the view."""
    site.agentfs("run", "ann", "--", "sh", "-c", "echo saved > new", cwd=cwd)
    assert "ann saved new, create" in site.agentfs("log", "../new", cwd=view / "src")
    site.agentfs("down", cwd=cwd)
    assert not view.exists()
    assert site.git("show", "trunk:new", cwd=cwd) == "saved\n"
    site.git("fsck", "--strict", cwd=cwd)


def mount(site: Site, cwd: Path) -> Path:
    site.agentfs("init", cwd=cwd)
    view = Path(site.agentfs("mount", "ann", cwd=cwd)[:-1])
    assert (view / "README").read_text() == "hello\n"
    return view


def test_at_an_odd_path(plain: Site) -> None:
    view = mount(plain, plain.repo)
    assert view == plain.folder / "repo-views/ann"
    save_and_take_down(plain, view, plain.repo)
    assert plain.git("status", "--porcelain") == ""


def test_bare(plain: Site) -> None:
    bare = plain.folder / "bare.git"
    plain.git("clone", "-q", "--bare", ".", str(bare))
    view = mount(plain, bare)
    assert view == plain.folder / "bare-views/ann"
    save_and_take_down(plain, view, bare)


def test_from_a_linked_worktree(plain: Site) -> None:
    linked = plain.folder / "linked"
    plain.git("worktree", "add", "-q", str(linked))
    view = mount(plain, linked)
    assert view == plain.folder / "repo-views/ann"
    save_and_take_down(plain, view, linked)
    assert plain.git("status", "--porcelain", cwd=linked) == ""


def test_with_no_file_at_all(plain: Site) -> None:
    plain.git("checkout", "-q", "--orphan", "empty")
    plain.git("rm", "-rfq", ".")
    plain.git("commit", "-q", "--allow-empty", "-m", "nothing")
    plain.agentfs("init")
    plain.agentfs("run", "ann", "--", "sh", "-c", "mkdir src; echo 1 > src/first")
    assert plain.trunk_files() == ["src/first"]
    plain.agentfs("down")


def test_with_all_that_git_has(plain: Site) -> None:
    repo = plain.repo
    (repo / "link").symlink_to("README")
    (repo / "nowhere").symlink_to("/none")
    (repo / "run.sh").chmod(0o755)
    Path(os.fsdecode(os.fsencode(repo) + b"/caf\xe9")).write_text("x")
    other = plain.folder / "other"
    plain.git("clone", "-q", ".", str(other))
    allow = ("-c", "protocol.file.allow=always")
    plain.git(*allow, "submodule", "--quiet", "add", str(other), "sub")
    plain.git("add", "-A")
    plain.git("commit", "-q", "-m", "all")
    view = mount(plain, repo)
    assert os.readlink(view / "nowhere") == "/none"
    assert (view / "link").read_text() == "hello\n"
    assert plain.shell(["./run.sh"], cwd=view) == "run\n"
    assert b"caf\xe9" in os.listdir(os.fsencode(view))
    assert os.listdir(view / "sub") == []
    (view / "sub" / "inside").write_text("of another repository\n")
    tree = plain.git("ls-tree", "-r", "trunk")
    save_and_take_down(plain, view, repo)
    added = set(plain.git("ls-tree", "-r", "trunk").splitlines()) - set(tree.splitlines())
    assert [line.split("\t")[1] for line in added] == ["new"]
