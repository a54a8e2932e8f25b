from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agentfs.cli import child
from agentfs.cli.child import CannotExecute, CommandNotFound

RELAYING = """
import os, sys
from pathlib import Path
from agentfs.cli import child
sys.exit(child.run(sys.argv[1:], Path('.'), os.environ))
"""


@pytest.mark.parametrize(("script", "status"), [("exit 0", 0), ("exit 7", 7), ("kill -9 $$", 137)])
def test_status_is_the_programs(script: str, status: int, tmp_path: Path) -> None:
    assert child.run(["sh", "-c", script], tmp_path, os.environ) == status


def test_runs_in_the_folder_with_the_environment(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment = {**os.environ, "WHO": "alice"}
    child.run(["sh", "-c", 'echo "$WHO $(pwd -P)"'], tmp_path, environment)
    assert capfd.readouterr().out == f"alice {tmp_path}\n"


def test_what_cannot_be_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no program")
    with pytest.raises(CommandNotFound, match="no-such-program"):
        child.run(["no-such-program"], tmp_path, os.environ)
    with pytest.raises(CannotExecute):
        child.run(["./file"], tmp_path, os.environ)
    with pytest.raises(FileNotFoundError):
        child.run(["true"], tmp_path / "gone", os.environ)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGUSR1])
def test_signals_are_passed_on(number: signal.Signals) -> None:
    # The program says that it is ready, and which signal it got.
    name = number.name.removeprefix("SIG")
    program = f"trap 'echo got {name}; exit 5' {name}; echo ready; while :; do read -t 1 x; done"
    with subprocess.Popen(
        [sys.executable, "-c", RELAYING, "bash", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        assert process.stdout.readline() == f"got {name}\n"
    assert process.returncode == 5


def test_handlers_are_put_back(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    child.run(["true"], tmp_path, os.environ)
    assert signal.getsignal(signal.SIGTERM) is before
