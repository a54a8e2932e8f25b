"""The rehearsal leaves nothing behind that must not be forked; in a process of its own."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from agentfs.daemon import rehearsal
from agentfs.eventlog.errors import LogFull

SCRIPT = """
import os, sys, threading
from agentfs.daemon import rehearsal
before = set(os.listdir("/proc/self/fd"))
rounds = []
live = rehearsal._live
rehearsal._live = lambda *of: rounds.append(live(*of))
rehearsal.rehearse()
assert set(os.listdir("/proc/self/fd")) == before
assert threading.active_count() == 1
assert sys.getprofile() is None
# An import of it costs every view a third of a megabyte.
assert "structlog" not in sys.modules
print(len(rounds))
"""


def rehearsed(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n" + SCRIPT],
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_no_file_thread_or_folder_is_left(tmp_path: Path) -> None:
    assert int(rehearsed(tmp_path)) > 10
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), ExceptionGroup("", [LogFull("the disk is full")])]
)
def test_a_full_disk_keeps_nobody_from_forking(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def play(_: Path) -> None:
        raise error

    monkeypatch.setattr(rehearsal, "_play", play)
    rehearsal.rehearse()
