"""`agentfs merge-driver`: real git merges with the engine, and what installing leaves behind."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run

PYTHON = """\
import os


def f():
    return 1


def g():
    return 2
"""
LEFT = PYTHON + "\n\ndef left():\n    pass\n"
RIGHT = PYTHON + "\n\ndef right():\n    pass\n"
BOTH = LEFT + "\n\ndef right():\n    pass\n"


@dataclass(frozen=True)
class Project:
    folder: Path
    home: Path

    def git(self, *arguments: str, status: int = 0) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stderr
        return done.stdout

    def commit(self, text: str, name: str = "a.py") -> None:
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        self.git("add", ".")
        self.git("commit", "-q", "--allow-empty", "-m", "change")

    def diverge(self, left: str, right: str, name: str = "a.py") -> None:
        """Branches `main` and `right`, the user on `main`."""
        self.git("switch", "-q", "-c", "right")
        self.commit(right, name)
        self.git("switch", "-q", "main")
        self.commit(left, name)

    def text(self, name: str = "a.py") -> str:
        return (self.folder / name).read_text()

    def attribute(self, name: str) -> str:
        return self.git("check-attr", "merge", name).rpartition(": ")[2].strip()

    def files(self) -> dict[Path, bytes]:
        """Everything that installing could touch."""
        places = [self.home, self.folder / ".git" / "info"]
        found = [file for place in places for file in place.rglob("*") if file.is_file()]
        found.append(self.folder / ".git" / "config")
        return {file: file.read_bytes() for file in found}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    home, folder = tmp_path / "home", tmp_path / "a project's"
    home.mkdir()
    folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.chdir(folder)
    made = Project(folder, home)
    made.git("config", "--global", "user.name", "U")
    made.git("config", "--global", "user.email", "u@x")
    made.git("init", "-q", "-b", "main")
    made.commit(PYTHON)
    return made


@pytest.fixture
def installed(project: Project, run: Run) -> Project:
    assert run("merge-driver", "install").status == 0
    return project


@pytest.mark.parametrize("reach", [["--repo"], ["--global"], []])
def test_merge(project: Project, run: Run, reach: list[str]) -> None:
    project.diverge(LEFT, RIGHT)
    project.git("merge", "right", status=1)
    project.git("merge", "--abort")
    assert run("merge-driver", "install", *reach).status == 0
    project.git("merge", "-q", "right")
    assert project.text() == BOTH
    assert project.git("status", "--porcelain") == ""


def test_rebase(installed: Project) -> None:
    installed.diverge(LEFT, RIGHT)
    installed.git("rebase", "-q", "main", "right")
    assert installed.text() == BOTH


def test_cherry_pick_in_a_folder_with_an_awkward_name(installed: Project) -> None:
    name = 'it\'s a "folder"/ä b.py'
    installed.commit(PYTHON, name)
    installed.diverge(LEFT, RIGHT, name)
    installed.git("cherry-pick", "right")
    assert installed.text(name) == BOTH


def test_from_a_folder_below_and_in_a_linked_worktree(installed: Project, tmp_path: Path) -> None:
    installed.commit("x\n", "sub/x")
    installed.diverge(LEFT, RIGHT)
    linked = tmp_path / "linked"
    installed.git("worktree", "add", "-q", "-b", "other", str(linked))
    command = ["git", "merge", "-q", "right"]
    subprocess.run(command, cwd=linked / "sub", check=True, capture_output=True)
    assert (linked / "a.py").read_text() == BOTH


def test_conflict_as_git_marks_it(installed: Project) -> None:
    installed.git("config", "merge.conflictStyle", "diff3")
    installed.commit("*.py conflict-marker-size=9\n", ".gitattributes")
    installed.diverge(PYTHON.replace("1", "10"), PYTHON.replace("1", "11"))
    shown = installed.git("merge", "right", status=1)
    assert "CONFLICT (content): Merge conflict in a.py" in shown
    assert "<<<<<<<<< " in installed.text()
    assert "\n||||||||| " in installed.text()
    assert installed.git("diff", "--name-only", "--diff-filter=U") == "a.py\n"


def test_a_binary_file_is_a_conflict_and_ours_stays(installed: Project) -> None:
    installed.diverge("a\0left\n", "a\0right\n")
    installed.git("merge", "right", status=1)
    assert installed.text() == "a\0left\n"


def test_an_engine_that_is_gone_or_broken_leaves_the_merge_to_git(installed: Project) -> None:
    installed.diverge(PYTHON.replace("1", "10"), PYTHON.replace("1", "11"))
    command = installed.git("config", "merge.agentfs.driver").strip()
    program = command.partition(" merge-driver run")[0]
    for how in ("exit 1", "exit 255", "kill -9 $$", "exec /nowhere/agentfs"):
        broken = command.replace(program, f"sh -c '{how}'", 1)
        installed.git("config", "merge.agentfs.driver", broken)
        installed.git("merge", "right", status=1)
        assert "<<<<<<< ours\n    return 10\n=======\n    return 11\n" in installed.text()
        installed.git("merge", "--abort")


@pytest.mark.parametrize("reach", ["--repo", "--global"])
def test_what_the_user_says_of_a_path_goes_before(project: Project, run: Run, reach: str) -> None:
    attributes = project.home / ".config" / "git" / "attributes"
    attributes.parent.mkdir(parents=True)
    attributes.write_text("*.rb merge=union")
    (project.folder / ".gitattributes").write_text("*.py merge=text\n*.lock -merge\n*.ts text\n")
    (project.folder / ".git" / "info" / "attributes").write_text("*.go merge=mine\n")
    assert run("merge-driver", "install", reach).status == 0
    names = ("a.py", "a.rb", "Cargo.lock", "a.go", "a.ts", "sub/Makefile", "a.txt")
    assert [project.attribute(name) for name in names] == [
        *("text", "union", "unset", "mine", "agentfs", "agentfs", "unspecified")
    ]


@pytest.mark.parametrize("reach", ["--repo", "--global"])
@pytest.mark.parametrize(
    "content",
    [None, b"", b"*.rb merge=union", b"# mine\r\n*.x -diff\n\n", b"\xef\xbb\xbf*.a text\n"],
)
def test_remove_leaves_everything_as_it_was(
    project: Project, run: Run, reach: str, content: bytes | None
) -> None:
    if content is not None:
        file = project.home / ".config" / "git" / "attributes"
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
    before = project.files()
    assert run("merge-driver", "install", reach).status == 0
    once = project.files()
    assert once != before
    again = run("merge-driver", "install", reach)
    assert again.out.startswith("Nothing to do")
    assert project.files() == once
    assert run("merge-driver", "remove", reach).status == 0
    assert project.files() == before
    assert run("merge-driver", "remove", reach).out.startswith("Nothing to do")
    assert project.files() == before


@pytest.mark.parametrize("reach", ["--local", "--global"])
def test_a_file_of_attributes_that_the_user_has_chosen(
    project: Project, run: Run, reach: str
) -> None:
    file = project.home / "my attributes"
    file.write_bytes(b"*.py merge=text\n")
    project.git("config", reach, "core.attributesFile", "~/my attributes")
    before = project.files()
    ours = "--global" if reach == "--global" else "--repo"
    assert run("merge-driver", "install", ours).status == 0
    assert [project.attribute(name) for name in ("a.py", "a.go")] == ["text", "agentfs"]
    assert file.read_bytes().endswith(b"\n*.py merge=text\n")
    # What the user writes later stays, too.
    file.write_bytes(file.read_bytes() + b"*.go merge=text\n")
    assert project.attribute("a.go") == "text"
    assert run("merge-driver", "remove", ours).status == 0
    assert project.files() == before | {file: b"*.py merge=text\n*.go merge=text\n"}


def test_outside_of_a_repository(project: Project, run: Run, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    result = run("merge-driver", "install")
    assert (result.status, result.out) == (10, "")
    assert "is not in a git repository" in result.err


def test_settings_that_git_cannot_write(project: Project, run: Run) -> None:
    (project.folder / ".git" / "config.lock").touch()
    result = run("merge-driver", "install")
    assert (result.status, result.out) == (84, "")
    assert "config" in result.err
    assert result.err.count("\n") == 1


def test_run_leaves_the_left_file_alone_when_it_fails(project: Project, run: Run) -> None:
    for name in ("o", "a"):
        (project.folder / name).write_text(name)
    result = run("merge-driver", "run", "--path", "x.py", "o", "a", "missing")
    assert (result.status, result.err) == (255, "agentfs: missing: No such file or directory\n")
    assert project.text("a") == "a"
