from __future__ import annotations

import os
from pathlib import Path

import pytest

from agentfs.cli import repository
from agentfs.cli.repository import BadPath, ViewMount, default_mount_point, mounted_views, view_at
from agentfs.model.ids import AgentName
from agentfs.query.place import Place, locate
from agentfs.trunk.repository import NotARepository
from tests.unit.cli.conftest import git

ALICE = AgentName("alice")
MOUNTINFO = b"""\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:50 / /home/u/my\\040views/alice rw,nosuid - fuse.agentfs agentfs:/home/u/my\\040repo/.git rw
41 22 0:51 / /mnt/other rw shared:9 master:2 - fuse.sshfs host:/x rw
42 40 0:52 / /home/u/my\\040views/alice/deep/bob rw - fuse.agentfs agentfs:/other/.git rw
44 22 0:54 / /home/u/odd rw - fuse.agentfs agentfs:/home/u/a%2C%20b%25%C3%BC/.git rw
43 40 0:53 / /home/u/my\\040views/alice/deep/bob rw - fuse.agentfs agentfs:/newer/.git rw
"""


def test_views_are_read_from_the_mount_table() -> None:
    views = mounted_views(MOUNTINFO)
    assert views[0] == ViewMount(Path("/home/u/my views/alice"), Path("/home/u/my repo/.git"))
    assert views[2] == ViewMount(Path("/home/u/odd"), Path("/home/u/a, b%ü/.git"))
    assert len(views) == 4


@pytest.mark.parametrize(
    ("path", "git_dir"),
    [
        ("/home/u/my views/alice", "/home/u/my repo/.git"),
        ("/home/u/my views/alice/src/deep", "/home/u/my repo/.git"),
        ("/home/u/my views/alice/deep/bob/x", "/newer/.git"),
        ("/home/u/my views/alice2", None),
        ("/mnt/other", None),
    ],
)
def test_innermost_view_around_a_path(path: str, git_dir: str | None) -> None:
    found = view_at(Path(path), mounted_views(MOUNTINFO))
    assert (str(found.git_dir) if found else None) == git_dir


def test_current_folder_within_the_repository(repo: Path) -> None:
    (repo / "src").mkdir()
    os.chdir(repo / "src")
    assert repository.find(None).git_dir == repo / ".git"


def test_current_folder_in_a_view(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = tmp_path / "views" / "alice"
    (view / "src").mkdir(parents=True)
    monkeypatch.setattr(
        "agentfs.cli.repository.mounted_views", lambda: [ViewMount(view, repo / ".git")]
    )
    os.chdir(view / "src")
    place = repository.find(None)
    assert place.git_dir == repo / ".git"
    assert repository.repo_path(place, "../a.py") == b"a.py"
    assert repository.repo_path(place, "b.py") == b"src/b.py"


def test_variable_and_option_go_before_the_current_folder(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("second", "third"):
        git("init", "-q", str(tmp_path / name))
    monkeypatch.setenv(repository.VARIABLE, str(tmp_path / "second"))
    assert repository.find(None).git_dir == tmp_path / "second" / ".git"
    assert repository.find(tmp_path / "third").git_dir == tmp_path / "third" / ".git"


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(NotARepository):
        repository.find(tmp_path)


@pytest.mark.parametrize(
    ("here", "given", "expected"),
    [
        (".", "a.py", b"a.py"),
        ("src", "a.py", b"src/a.py"),
        ("src", "../a.py", b"a.py"),
        ("src", ".", b"src"),
        (".", ".", b""),
        (".", "\udcff.py", b"\xff.py"),
    ],
)
def test_paths_in_a_worktree(place: Place, here: str, given: str, expected: bytes) -> None:
    assert place.worktree
    (place.worktree / "src").mkdir()
    os.chdir(place.worktree / here)
    assert repository.repo_path(place, given) == expected


def test_paths_from_elsewhere_are_the_repositorys(place: Place, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    assert repository.repo_path(place, "src//a.py") == b"src/a.py"
    assert repository.repo_path(place, str(tmp_path / "project" / "a.py")) == b"a.py"
    for outside in ("../a.py", "/etc/passwd"):
        with pytest.raises(BadPath):
            repository.repo_path(place, outside)


def test_default_mount_point_is_beside_the_repository(repo: Path, tmp_path: Path) -> None:
    git("clone", "-q", "--bare", str(repo), str(tmp_path / "bare.git"))
    git("clone", "-q", "--bare", str(repo), str(tmp_path / "plain"))
    git("-C", str(repo), "worktree", "add", "-q", str(tmp_path / "linked"))
    expected = {
        "project": "project-views",
        "linked": "project-views",
        "bare.git": "bare-views",
        "plain": "plain-views",
    }
    for name, views in expected.items():
        assert default_mount_point(locate(tmp_path / name), ALICE) == tmp_path / views / "alice"
