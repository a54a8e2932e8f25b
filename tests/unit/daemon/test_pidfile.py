"""The lock of a pid file is its holder's life."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agentfs.daemon.pidfile import AlreadyRuns, PidFile, holder

HOLD = """
import sys
from pathlib import Path
from agentfs.daemon.pidfile import PidFile
held = PidFile(Path(sys.argv[1]))
print(flush=True)
sys.stdin.read()
"""


def test_a_held_file_says_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "pid"
    assert holder(path) is None
    held = PidFile(path)
    assert holder(path) == os.getpid()
    assert path.read_text() == f"{os.getpid()}\n"
    with pytest.raises(AlreadyRuns, match=str(os.getpid())):
        PidFile(path, patience=0)
    held.release()
    assert holder(path) is None
    PidFile(path, patience=0).release()


def test_a_holder_that_is_killed_holds_no_more(tmp_path: Path) -> None:
    path = tmp_path / "pid"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert holder(path) == process.pid
        process.kill()
        process.wait()
        assert holder(path) is None


def test_a_longer_pid_before_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "pid"
    path.write_text("99999999999999\n")
    held = PidFile(path)
    assert holder(path) == os.getpid()
    held.release()


def test_a_file_that_says_nothing_is_held_by_somebody(tmp_path: Path) -> None:
    path = tmp_path / "pid"
    held = PidFile(path)
    path.write_bytes(b"")
    assert holder(path) == 0
    held.release()
