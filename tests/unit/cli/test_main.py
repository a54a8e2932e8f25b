"""The edge: what each kind of error looks like to the user."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from agentfs.cli import main
from agentfs.cli.exits import STATUS
from agentfs.model.errors import AgentfsError
from tests.unit.cli.conftest import Run


class Boom(AgentfsError):
    code = "log-damaged"


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """`agentfs up` raises what is put into this list."""
    errors: list[BaseException] = []

    @click.command("up")
    def command() -> None:
        raise errors[0]

    monkeypatch.setattr("agentfs.cli.up.command", command)
    return errors


def test_an_error_of_ours_is_one_line_with_its_hint(run: Run, failing: list[BaseException]) -> None:
    failing.append(Boom("page 3 is torn\nbadly", hint="restore it"))
    result = run("up")
    assert (result.status, result.out) == (STATUS["log-damaged"], "")
    assert result.err == "agentfs: page 3 is torn badly (restore it)\n"


def test_ctrl_c(run: Run, failing: list[BaseException]) -> None:
    failing.append(KeyboardInterrupt())
    assert run("up").status == 130


def test_an_error_of_the_system_names_the_file(run: Run, failing: list[BaseException]) -> None:
    failing.append(PermissionError(13, "Permission denied", "/secret"))
    result = run("up")
    assert (result.status, result.err) == (3, "agentfs: /secret: Permission denied\n")


def test_a_fault_of_ours_is_one_line_unless_asked(
    run: Run, failing: list[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing.append(KeyError("x"))
    result = run("up")
    assert result.status == 1
    assert result.err.startswith("agentfs: internal error: KeyError: 'x'")
    assert result.err.count("\n") == 1
    monkeypatch.setenv(main.TRACEBACK, "1")
    assert "Traceback" in run("up").err


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("up", "--nonsense"), ("mount",), ("unmount",), ("conflicts", "x")]
)
def test_command_lines_that_make_no_sense(run: Run, arguments: tuple[str, ...], repo: Path) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("agentfs: ")
    assert result.err.count("\n") == 1


def test_no_command_at_all(run: Run) -> None:
    result = run()
    assert (result.status, result.out) == (2, "")
    assert result.err == run("--help").out


def test_where_to_read_on(run: Run) -> None:
    assert run("nonsense").err == "agentfs: there is no command 'nonsense' (see agentfs --help)\n"
    assert "give either AGENT or --all (see agentfs unmount --help)" in run("unmount").err


def test_version(run: Run) -> None:
    result = run("--version")
    assert (result.status, result.out) == (0, "agentfs, version 0.1.0\n")


def test_reader_that_has_seen_enough() -> None:
    script = "import sys; from agentfs.cli.main import run; sys.exit(run(['--help']))"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
