"""The help of every command is what the golden files say; AGENTFS_UPDATE_GOLDEN=1 writes them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from agentfs.cli.main import COMMANDS, cli
from tests.unit.cli.conftest import Run

GOLDEN = Path(__file__).parents[2] / "golden" / "cli"
NESTED = ("merge-driver install", "merge-driver remove", "merge-driver run")
ALL = ("agentfs", *COMMANDS, *NESTED)


@pytest.mark.parametrize("command", ALL)
def test_help(command: str, run: Run) -> None:
    file = GOLDEN / f"{command.replace(' ', '-')}.txt"
    text = run(*([] if command == "agentfs" else command.split()), "--help").out
    if os.environ.get("AGENTFS_UPDATE_GOLDEN"):
        file.write_text(text)
    assert text == file.read_text()
    assert max(len(line) for line in text.splitlines()) <= 80


def test_no_golden_file_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {each.replace(" ", "-") for each in ALL}


@pytest.mark.parametrize("command", COMMANDS)
def test_summary_in_the_table_is_the_commands_own(command: str) -> None:
    found = cli.get_command(click.Context(cli), command)
    assert found is not None
    assert found.get_short_help_str(100) == COMMANDS[command][1]


def test_help_of_the_group_loads_no_command() -> None:
    script = (
        "import sys\nfrom agentfs.cli.main import run\nassert run(['--help']) == 0\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "('rich', 'lmdb', 'pygit2', 'trio') or m == 'agentfs.wire'), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
