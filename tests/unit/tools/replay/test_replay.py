"""The command on a small history made with git, and its verdicts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.replay.engines import Attempt
from tools.replay.history import Case, cases_of, merges_of
from tools.replay.verdicts import Verdict, decidable, verdict_of
from tools.rig.git import Git
from tools.rig.programs import CHECKOUT

BASE = b"import os\n\n\ndef first():\n    return 1\n\n\ndef last():\n    return 2\n"
LEFT = BASE + b"\n\ndef ours():\n    return 3\n"
RIGHT = BASE + b"\n\ndef theirs():\n    return 4\n"
BOTH = LEFT + b"\n\ndef theirs():\n    return 4\n"


def case(human: bytes, path: str = "a.py") -> Case:
    return Case("c0ffee", path, BASE, LEFT, RIGHT, human)


def made(text: bytes, *, clean: bool = True, fault: str = "") -> Attempt:
    return Attempt(text, clean, 0.001, fault=fault)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (BOTH, Verdict.SAME),
        (BOTH.replace(b"\n\n\n", b"\n\n"), Verdict.BLANKS),
        (RIGHT + b"\n\ndef ours():\n    return 3\n", Verdict.ORDER),
        (LEFT, Verdict.DIFFERENT),
        (BOTH.replace(b"theirs():", b"theirs(:"), Verdict.BROKEN),
        (BOTH + b"return = 1\n", Verdict.BROKEN),
    ],
)
def test_a_clean_result_is_compared_with_the_humans(text: bytes, verdict: Verdict) -> None:
    assert verdict_of(case(BOTH), made(text)) is verdict


def test_what_an_input_lacks_too_breaks_nothing() -> None:
    broken = Case("c0ffee", "a.py", b"def (:\n", LEFT, RIGHT, BOTH)
    assert verdict_of(broken, made(b"def (:\n" + BOTH)) is Verdict.DIFFERENT


def test_a_result_that_is_none_is_never_compared() -> None:
    assert verdict_of(case(BOTH), made(BOTH, clean=False)) is Verdict.CONFLICT
    assert verdict_of(case(BOTH), made(BOTH, fault="ValueError: no")) is Verdict.FAILED


@pytest.mark.parametrize(
    ("human", "expected"),
    [
        (BOTH, True),
        (BOTH.replace(b"    return", b"        return"), True),
        (BOTH.replace(b"return 4", b"return 5"), False),
        (LEFT, False),
        (RIGHT.replace(b"\n\n\n", b"\n"), False),
        (LEFT + b"<<<<<<< ours\n", False),
    ],
    ids=["both", "both, indented", "something new", "left", "right but for blanks", "markers"],
)
def test_inputs_decide_what_they_contain(human: bytes, expected: bool) -> None:
    assert decidable(case(human), (LEFT, RIGHT)) is expected


def test_a_side_taken_in_all_conflicts_decides_nothing() -> None:
    elsewhere = BOTH.replace(b"import os", b"import re")
    assert decidable(case(elsewhere.replace(b"import re", b"import os")), ())
    assert not decidable(case(BOTH), (BOTH.replace(b"\n\n", b"\n"),))


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Two merges: one of five files, one in which only one side did anything."""
    git = Git(tmp_path)
    git("init", "--quiet", "--initial-branch=main")

    def commit(**texts: bytes) -> None:
        for name, text in texts.items():
            (tmp_path / f"{name}.py").write_bytes(text)
        git("add", "--all")
        git("commit", "--quiet", "-m", "some")

    commit(a=BASE, disjoint=BASE, binary=BASE, ours=BASE, edited=b"one = 1\n")
    git("branch", "side")
    commit(
        a=LEFT,
        disjoint=b"import re\n" + BASE,
        binary=b"\0" + LEFT,
        ours=LEFT,
        edited=b"one = 2\n",
    )
    git("checkout", "--quiet", "side")
    commit(a=RIGHT, disjoint=RIGHT, binary=RIGHT, edited=b"one = 3\n")
    git("checkout", "--quiet", "main")
    git("merge", "--quiet", "-s", "ours", "--no-commit", "side")
    commit(a=BOTH, disjoint=b"import re\n" + RIGHT, binary=BOTH, edited=b"one = 23\n")
    git("checkout", "--quiet", "-b", "topic")
    commit(a=BASE)
    git("checkout", "--quiet", "main")
    git("merge", "--quiet", "--no-ff", "topic", "-m", "nothing to merge")
    return tmp_path


def test_what_both_sides_changed_is_found(history: Path) -> None:
    commits = merges_of(history, None, 1)
    assert len(commits) == 2
    found = [each for commit in commits for each in cases_of(history, commit, [])]
    assert [each.path for each in found] == ["a.py", "disjoint.py", "edited.py"]
    assert found[0] == Case(found[0].commit, "a.py", BASE, LEFT, RIGHT, BOTH)


def test_histories_without_a_common_commit_have_nothing_to_merge(history: Path) -> None:
    git = Git(history)
    git("checkout", "--quiet", "--orphan", "other")
    git("commit", "--quiet", "-m", "another beginning")
    git("merge", "--quiet", "--allow-unrelated-histories", "-s", "ours", "main", "-m", "both")
    assert list(cases_of(history, git.text("rev-parse", "HEAD"), [])) == []


def test_a_sample_is_the_same_for_the_same_seed(history: Path) -> None:
    samples = {tuple(merges_of(history, 1, seed)) for seed in range(20)}
    assert len(samples) == 2
    assert merges_of(history, 1, 3) == merges_of(history, 1, 3)


def replay(history: Path, folder: Path, *options: str) -> tuple[str, list[dict[str, Any]]]:
    program = [sys.executable, "tools/replay_merges.py", str(history), "--engines", "engine", "git"]
    program += ["--json", str(folder / "out.json"), "--save", str(folder / "saved"), *options]
    done = subprocess.run(program, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return done.stdout, json.loads((folder / "out.json").read_bytes())


def test_the_command_tells_what_each_engine_made(
    history: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("out")
    table, records = replay(history, folder, "--save-verdicts", "conflict,same")
    by_path = {record["path"]: record for record in records}
    verdicts = {
        path: [each["verdict"] for each in record["engines"].values()]
        for path, record in by_path.items()
    }
    assert verdicts == {
        "a.py": ["same", "conflict"],
        "disjoint.py": ["same", "same"],
        "edited.py": ["conflict", "conflict"],
    }
    assert by_path["a.py"]["decidable"]
    assert not by_path["disjoint.py"]["git_conflicts"]
    assert not by_path["edited.py"]["decidable"]
    assert "files in which git conflicts: 2" in table
    assert "that the inputs decide: 1" in table
    saved = {file.parent.parent.name for file in (folder / "saved").rglob("left.py")}
    assert saved == {"same", "conflict"}
    texts = next((folder / "saved/same").glob("*-a.py"))
    assert (texts / "engine.py").read_bytes() == BOTH
    assert b"<<<<<<<" in (texts / "git.py").read_bytes()


def test_only_conflicts_and_only_some_suffixes(
    history: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("out")
    conflicts = replay(history, folder, "--only", "conflicts")[1]
    assert [record["path"] for record in conflicts] == ["a.py", "edited.py"]
    assert replay(history, folder, "--ext", ".js,.go")[1] == []


def test_what_is_no_repository_is_said(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tools.replay_merges", str(tmp_path)]
    done = subprocess.run(program, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "not a git repository" in done.stderr
