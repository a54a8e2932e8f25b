"""`agentfs merge-file`: beside ``git merge-file`` where lines decide; what it does by syntax."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Result, Run, git

BASE = b"a\nb\nc\nd\ne\n"
LINES = {
    "clean": (b"A\nb\nc\nd\ne\n", BASE, b"a\nb\nc\nd\nE\n"),
    "one conflict": (b"1\nb\nc\nd\ne\n", BASE, b"2\nb\nc\nd\ne\n"),
    "two conflicts": (b"1\n" + BASE + b"1\n", b"0\n" + BASE + b"0\n", b"2\n" + BASE + b"2\n"),
    "nothing to do": (BASE, BASE, BASE),
    "empty": (b"", b"", b""),
    "crlf": (b"1\r\nb\r\n", b"a\r\nb\r\n", b"2\r\nb\r\n"),
    "no newline": (b"1", b"a", b"2"),
    "binary": (b"\0a", b"\0b", b"\0c"),
    "many conflicts": tuple(
        b"".join(b"%s%d\n" % (side, n) + b"same\n" * 5 + b"%d\n" % n for n in range(200))
        for side in (b"l", b"b", b"r")
    ),
}
OPTIONS = {
    "plain": (),
    "diff3": ("--diff3",),
    "zdiff3": ("--zdiff3",),
    "labels": ("-L", "mine", "-L", "old", "-L", "yours"),
    "one label": ("-L", "mine"),
    "marker size": ("--marker-size", "12"),
    "no marker size": ("--marker-size", "0"),
    "quiet": ("-q",),
    "ours": ("--ours",),
    "theirs": ("--theirs",),
    "union": ("--union",),
}
WRONG = {
    "too few files": ("-p", "l", "b"),
    "too many labels": ("-L", "1", "-L", "2", "-L", "3", "-L", "4", "l", "b", "r"),
    "no such option": ("--nonsense", "l", "b", "r"),
    "no number": ("--marker-size", "x", "l", "b", "r"),
    "left is missing": ("nope", "b", "r"),
    "base is missing": ("l", "nope", "r"),
    "right is missing": ("l", "b", "nope"),
    "a folder": (".", "b", "r"),
    "a binary file": ("l", "b", "bin"),
}
PYTHON = b"""\
def f():
    return 1


def g():
    return 2
"""
LEFT = PYTHON + b"\n\ndef left():\n    pass\n"
RIGHT = PYTHON + b"\n\ndef right():\n    pass\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in no repository, with no settings of the user's."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def write(left: bytes, base: bytes, right: bytes, names: str = "l b r") -> None:
    for name, text in zip(names.split(), (left, base, right), strict=True):
        Path(name).write_bytes(text)


def gits(*arguments: str) -> tuple[int, bytes]:
    done = subprocess.run(["git", "merge-file", *arguments], capture_output=True, check=False)
    return done.returncode, done.stdout


def printed(result: Result) -> bytes:
    return os.fsencode(result.out)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("case", LINES)
def test_prints_what_git_prints(case: str, options: str, run: Run) -> None:
    write(*LINES[case])
    words = ["-p", *OPTIONS[options], "l", "b", "r"]
    result = run("merge-file", *words)
    assert (result.status, printed(result)) == gits(*words)


@pytest.mark.parametrize("case", LINES)
def test_writes_what_git_writes(case: str, run: Run) -> None:
    write(*LINES[case])
    status = run("merge-file", "l", "b", "r").status
    written = Path("l").read_bytes()
    write(*LINES[case])
    assert (status, written) == (gits("l", "b", "r")[0], Path("l").read_bytes())
    assert Path("b").read_bytes() == LINES[case][1]
    assert Path("r").read_bytes() == LINES[case][2]


@pytest.mark.parametrize("case", WRONG)
def test_fails_with_gits_status_and_changes_nothing(case: str, run: Run, here: Path) -> None:
    write(*LINES["one conflict"])
    Path("bin").write_bytes(b"\0")
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    result = run("merge-file", *WRONG[case])
    assert result.status == gits(*WRONG[case])[0]
    assert result.out == ""
    assert result.err.startswith("agentfs: ")
    assert result.err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before


def test_merges_by_syntax_what_lines_cannot(run: Run) -> None:
    write(LEFT, PYTHON, RIGHT, "l.py b.py r.py")
    assert gits("-p", "l.py", "b.py", "r.py")[0] > 0
    assert run("merge-file", "l.py", "b.py", "r.py").status == 0
    assert Path("l.py").read_bytes() == LEFT + b"\n\ndef right():\n    pass\n"


def test_language_by_name_by_option_and_by_right_file(run: Run) -> None:
    write(LEFT, PYTHON, RIGHT)
    assert run("merge-file", "-p", "l", "b", "r").status == 1
    assert run("merge-file", "-p", "--path", "x/y.py", "l", "b", "r").status == 0
    assert run("merge-file", "-p", "--language", "python", "l", "b", "r").status == 0
    Path("r.py").write_bytes(RIGHT)
    assert run("merge-file", "-p", "l", "b", "r.py").status == 0


def test_unknown_language_names_what_is_near(run: Run) -> None:
    write(*LINES["clean"])
    result = run("merge-file", "--language", "pyton", "l", "b", "r")
    assert result.status == 255
    assert result.err == "agentfs: there is no language 'pyton' (near it: python)\n"
    assert Path("l").read_bytes() == LINES["clean"][0]


def test_output_file(run: Run) -> None:
    write(*LINES["clean"])
    assert run("merge-file", "-o", "out", "l", "b", "r").status == 0
    assert Path("out").read_bytes() == b"A\nb\nc\nd\nE\n"
    assert Path("l").read_bytes() == LINES["clean"][0]
    assert run("merge-file", "-p", "-o", "out", "l", "b", "r").status == 129


def test_left_keeps_its_mode_and_its_link(run: Run, here: Path) -> None:
    write(*LINES["clean"])
    Path("l").chmod(0o751)
    Path("link").symlink_to("l")
    assert run("merge-file", "link", "b", "r").status == 0
    assert Path("link").is_symlink()
    assert Path("l").read_bytes() == b"A\nb\nc\nd\nE\n"
    assert stat.S_IMODE(Path("l").stat().st_mode) == 0o751
    assert {path.name for path in here.iterdir()} == {"l", "b", "r", "link"}


def test_a_failed_write_leaves_left_as_it_was(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(*LINES["clean"])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "l")

    monkeypatch.setattr(os, "replace", full)
    result = run("merge-file", "l", "b", "r")
    assert (result.status, result.err) == (255, "agentfs: l: No space left on device\n")
    assert {path.name: path.read_bytes() for path in here.iterdir()} == dict(
        zip("lbr", LINES["clean"], strict=True)
    )


def test_a_fault_of_ours_is_no_number_of_conflicts(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(*LINES["clean"])

    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("agentfs.cli.merge_file.merge", broken)
    result = run("merge-file", "l", "b", "r")
    assert result.status == 255
    assert "internal error" in result.err


def test_json_says_where_and_what(run: Run) -> None:
    left = PYTHON.replace(b"return 1", b"return 10")
    right = PYTHON.replace(b"return 1", b"return 11")
    write(left, PYTHON, right, "l.py b.py r.py")
    result = run("merge-file", "--json", "--diff3", "l.py", "b.py", "r.py")
    assert result.status == 1
    found = json.loads(result.out)
    assert (found["clean"], found["language"]) == (False, "python")
    (conflict,) = found["conflicts"]
    sides = [conflict[side] for side in ("kind", "symbol", "base", "left", "right")]
    assert sides == ["edit/edit", "f", "    return 1\n", "    return 10\n", "    return 11\n"]
    text = Path("l.py").read_bytes()
    region = text[conflict["start"] : conflict["end"]]
    assert region.startswith(b"<<<<<<< l.py\n    return 10\n||||||| b.py\n")
    assert region.endswith(b">>>>>>> r.py\n")
    lines = text.splitlines(keepends=True)
    assert b"".join(lines[conflict["line"] - 1 : conflict["end_line"]]) == region


def test_json_with_the_text_when_nothing_is_written(run: Run) -> None:
    write(*LINES["clean"])
    found = json.loads(run("merge-file", "-p", "--json", "l", "b", "r").out)
    assert found["text"] == "A\nb\nc\nd\nE\n"
    assert (found["clean"], found["conflicts"], found["language"]) == (True, [], None)
    assert Path("l").read_bytes() == LINES["clean"][0]


@pytest.fixture
def project(here: Path) -> Path:
    """A repository with attributes, and a merge driver that takes the right side."""
    git("init", "-q", str(here))
    git("config", "merge.right.driver", "cat %B > %A; echo %P %L >&2")
    git("config", "merge.torn.driver", "echo torn > %A; exit 1")
    git("config", "merge.broken.driver", "echo half > %A; exit 200")
    Path("sub").mkdir()
    Path(".gitattributes").write_text(
        "*.log merge=union\n*.lock -merge\n*.bin binary\ntext.py merge=text\n*.r merge=right\n"
        "*.t merge=torn\n*.x merge=broken\n*.m conflict-marker-size=10\nsub/*.log !merge\n"
    )
    return here


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("a.log", 0, b"1\n2\n"),
        ("sub/a.log", 1, b"<<<<<<< l\n1\n=======\n2\n>>>>>>> r\n"),
        ("a.m", 1, b"<<<<<<<<<< l\n1\n==========\n2\n>>>>>>>>>> r\n"),
        ("a.lock", 255, b""),
        ("a.bin", 255, b""),
        ("a.r", 0, b"2\n"),
        ("a.t", 1, b"torn\n"),
        ("a.x", 255, b""),
    ],
)
def test_attributes_of_the_repository(
    path: str, status: int, text: bytes, run: Run, project: Path
) -> None:
    write(b"1\n", b"0\n", b"2\n")
    result = run("merge-file", "-p", "--path", path, "l", "b", "r")
    assert (result.status, printed(result)) == (status, text)
    if path == "a.r":
        assert result.err == "a.r 7\n"


def test_an_attribute_may_ask_for_lines(run: Run, project: Path) -> None:
    write(LEFT, PYTHON, RIGHT)
    assert run("merge-file", "-p", "--path", "text.py", "l", "b", "r").status == 1
    assert run("merge-file", "-p", "--path", "other.py", "l", "b", "r").status == 0


def test_an_option_goes_before_an_attribute(run: Run, project: Path) -> None:
    write(b"1\n", b"0\n", b"2\n")
    result = run("merge-file", "-p", "--path", "a.m", "--marker-size", "3", "l", "b", "r")
    assert result.out == "<<< l\n1\n===\n2\n>>> r\n"


def test_the_repositorys_style_of_conflicts(run: Run, project: Path) -> None:
    git("config", "merge.conflictStyle", "diff3")
    write(b"1\n", b"0\n", b"2\n")
    result = run("merge-file", "-p", "l", "b", "r")
    assert (result.status, printed(result)) == gits("-p", "l", "b", "r")
    assert "||||||| b\n0\n" in result.out


def test_needs_neither_fuse_nor_lmdb(here: Path) -> None:
    write(*LINES["one conflict"])
    script = (
        "import sys\nfrom agentfs.cli.main import run\n"
        "assert run(['merge-file', '-p', '--json', 'l', 'b', 'r']) == 1\n"
        "print([m for m in ('lmdb', 'pyfuse3', 'trio', 'rich') if m in sys.modules],"
        "file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
