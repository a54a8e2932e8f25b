"""Merge drivers of the user's: what git would make of them is what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from agentfs.backing.mergedrivers import DriverInput, MergeDriverFailed, run_driver
from agentfs.model.ids import RepoPath
from tests.support.site import wait_for

GIVEN = DriverInput(b"base\n", b"left\n", b"right\n", RepoPath(b"a b/it's.py"), 9, ("l", "b", "r"))


def test_the_three_texts_and_what_the_command_is_told(tmp_path: Path) -> None:
    command = "cat %O %B >> %A; printf '%%s\\n' %L %P %S %X %Y >> %A; pwd >> %A"
    done = run_driver(command, GIVEN, tmp_path)
    assert done.clean
    lines = done.text.decode().splitlines()
    assert lines == ["left", "base", "right", "9", "a b/it's.py", "b", "l", "r", str(tmp_path)]


@pytest.mark.parametrize(("status", "clean"), [(0, True), (1, False), (128, False)])
def test_its_status(status: int, clean: bool, tmp_path: Path) -> None:
    assert run_driver(f"exit {status}", GIVEN, tmp_path).clean is clean


@pytest.mark.parametrize("command", ["exit 129", "exit 255", "kill -9 $$", "rm %A"])
def test_it_fails(command: str, tmp_path: Path) -> None:
    with pytest.raises(MergeDriverFailed):
        run_driver(command, GIVEN, tmp_path)


def test_it_takes_too_long_and_nothing_of_it_is_left(tmp_path: Path) -> None:
    command = f"sleep 600 & echo $! > {tmp_path}/child; wait"
    with pytest.raises(MergeDriverFailed, match=r"more than 1\.0 s"):
        run_driver(command, GIVEN, tmp_path, budget=1.0)
    child = Path("/proc", (tmp_path / "child").read_text().strip(), "stat")
    # Killed, it still takes its time to go.
    wait_for(lambda: _is_gone(child), "the program that the driver started has ended")


def _is_gone(stat: Path) -> bool:
    try:
        return stat.read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True
