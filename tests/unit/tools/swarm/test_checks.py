"""A repository in which every promise was kept, and then one damage after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tools.rig.git import Git
from tools.swarm import checks
from tools.swarm.checks import PROMISES
from tools.swarm.evidence import Before, ConflictListed, Evidence
from tools.swarm.messages import Edit, Outcome, Shape, Tool

TAG = "tag"


@dataclass
class Scene:
    """Two agents' commits on the branch trunk, a view of each, and what they say they did."""

    folder: Path
    outcomes: list[Outcome] = field(default_factory=list)
    conflicts: list[ConflictListed] = field(default_factory=list)
    held: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        repository = self.folder / "project"
        repository.mkdir()
        self.git = Git(repository)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("commit", "--quiet", "--allow-empty", "-m", "empty")
        self.work = self.folder / "work"
        self.git("worktree", "add", "--quiet", "-b", "trunk", str(self.work))
        self.commit("user", {"a.py": "a\n", "old.py": "moved\nas it is\n"})
        self.before = Before.of(self.git)

    def commit(self, author: str, files: dict[str, str | None]) -> None:
        for name, text in files.items():
            if text is None:
                (self.work / name).unlink()
            else:
                (self.work / name).write_text(text)
        work = Git(self.work)
        work("add", "--all")
        work("commit", "--quiet", "-m", "change", "--author", f"{author} <{author}@x.invalid>")

    def did(self, agent: int, number: int, path: str, target: str = "", error: str = "") -> None:
        edit = Edit(
            agent=f"agent-{agent}",
            number=number,
            tool=Tool.MOVE if target else Tool.SED,
            shape=Shape.RENAME if target else Shape.ABOVE,
            path=path,
            target=target,
            marker=f"swarm_{TAG}_{agent}_{number}e",
        )
        self.outcomes.append(Outcome(edit=edit, error=error, began_ns=0, ended_ns=0))

    def evidence(self) -> Evidence:
        scratch = self.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        views = {f"agent-{number}": str(self.folder / f"view-{number}") for number in (1, 2)}
        return Evidence(
            git=self.git,
            before=self.before,
            outcomes=self.outcomes,
            conflicts=self.conflicts,
            held=frozenset(self.held),
            views=views,
            scratch=scratch,
            tag=TAG,
        )

    def show_trunk(self) -> None:
        for number in (1, 2):
            view = self.folder / f"view-{number}"
            self.git("clone", "--quiet", "--branch", "trunk", str(self.git.folder), str(view))

    def broken(self) -> dict[str, list[str]]:
        evidence = self.evidence()
        problems = {name: list(check(evidence)) for name, check in PROMISES.items()}
        return {name: found for name, found in problems.items() if found}


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    monkeypatch.setattr(checks, "_LATE_SECONDS", 0)
    scene = Scene(tmp_path)
    scene.commit("agent-1", {"a.py": "# swarm_tag_1_1e\na\n"})
    scene.did(1, 1, "a.py")
    moved = "old_swarm_tag_2_1e.py"
    scene.commit("agent-2", {"old.py": None, moved: "moved\nas it is\n"})
    scene.did(2, 1, "old.py", target=moved)
    scene.did(2, 2, "a.py")
    conflict = ConflictListed(1, "a.py", ("agent-2", "agent-1"), "# swarm_tag_2_2e\na\n")
    scene.conflicts.append(conflict)
    scene.held.add(("agent-2", "a.py"))
    scene.show_trunk()
    (tmp_path / "view-2" / "a.py").write_text("# swarm_tag_2_2e\na\n")
    return scene


def test_all_promises_kept(scene: Scene) -> None:
    assert scene.broken() == {}


def lost_save(scene: Scene) -> None:
    scene.did(1, 2, "a.py")


def lost_conflict(scene: Scene) -> None:
    scene.conflicts.clear()


def lost_rename(scene: Scene) -> None:
    scene.did(1, 2, "a.py", target="b_swarm_tag_1_2e.py")


def failed_tool(scene: Scene) -> None:
    scene.did(1, 2, "a.py", error="said no")


def stale_view(scene: Scene) -> None:
    (scene.folder / "view-1" / "a.py").write_text("a\n")


def view_without_a_file(scene: Scene) -> None:
    (scene.folder / "view-1" / "a.py").unlink()


def view_with_another_file(scene: Scene) -> None:
    (scene.folder / "view-2" / "more.py").write_text("a\n")


def view_with_another_mode(scene: Scene) -> None:
    (scene.folder / "view-1" / "a.py").chmod(0o755)


def no_view(scene: Scene) -> None:
    (scene.folder / "view-1").rename(scene.folder / "elsewhere")


def broken_object(scene: Scene) -> None:
    blob = scene.git.text("rev-parse", "trunk:a.py")
    file = scene.git.folder / ".git" / "objects" / blob[:2] / blob[2:]
    file.chmod(0o644)
    file.write_bytes(b"not an object")


def another_author(scene: Scene) -> None:
    scene.commit("agent-1", {"a.py": "# swarm_tag_1_1e\n# swarm_tag_2_3e\na\n"})
    scene.did(2, 3, "a.py")


def temporary_file(scene: Scene) -> None:
    scene.commit("agent-1", {"sedAbCdEf": "a\n"})
    scene.commit("agent-1", {"sedAbCdEf": None})


def conflict_markers(scene: Scene) -> None:
    scene.commit("agent-1", {"a.py": "<<<<<<< ours\n# swarm_tag_1_1e\na\n"})


def lost_line(scene: Scene) -> None:
    scene.commit("agent-2", {"a.py": "# swarm_tag_1_1e\n"})


def moved_head(scene: Scene) -> None:
    scene.git("commit", "--quiet", "--allow-empty", "-m", "one more")


def dirty_files(scene: Scene) -> None:
    (scene.git.folder / "left-over").write_text("")


@pytest.mark.parametrize(
    ("damage", "promise"),
    [
        (lost_save, "every accepted edit"),
        (lost_conflict, "every accepted edit"),
        (lost_rename, "every accepted edit"),
        (failed_tool, "every edit was accepted"),
        (stale_view, "every view"),
        (view_without_a_file, "every view"),
        (view_with_another_file, "every view"),
        (view_with_another_mode, "every view"),
        (no_view, "every view"),
        (another_author, "git log"),
        (temporary_file, "no commit"),
        (conflict_markers, "no commit"),
        (lost_line, "nothing that was there"),
        (moved_head, "the user's branch"),
        (dirty_files, "the user's branch"),
    ],
)
def test_a_damage_is_found(scene: Scene, damage: Callable[[Scene], None], promise: str) -> None:
    damage(scene)
    assert any(name.startswith(promise) for name in scene.broken())


def test_a_broken_object_is_found_by_fsck_and_by_the_clone(scene: Scene) -> None:
    evidence = scene.evidence()
    assert evidence.files
    broken_object(scene)
    assert list(checks.fsck_is_clean(evidence))
    assert list(checks.clone_has_the_same_files(evidence))


def test_complaints_of_before_are_not_ours(scene: Scene) -> None:
    evidence = scene.evidence()
    old = replace(evidence.before, complaints=frozenset({"an old complaint"}))
    assert not list(checks.fsck_is_clean(replace(evidence, before=old)))
