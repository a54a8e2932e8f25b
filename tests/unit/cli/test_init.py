from __future__ import annotations

import json
import os
from pathlib import Path

from tests.unit.cli.conftest import Run, git


def test_init_says_what_comes_next_and_twice_is_harmless(run: Run, repo: Path) -> None:
    head = git("rev-parse", "HEAD")
    first = run("init")
    assert first.out == f"Ready: trunk 'trunk' at {head[:10]}.\nNext: agentfs mount AGENT\n"
    again = run("init", "--trunk", "trunk")
    assert again.out == "Nothing to do: it is ready already, with trunk 'trunk'.\n"
    assert run("init", "--trunk", "other").status == 14


def test_init_elsewhere(run: Run, repo: Path, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    result = run("init", "project", "--trunk", "shared", "--json")
    assert json.loads(result.out) == {
        "git_dir": str(repo / ".git"),
        "trunk": "shared",
        "commit": git("-C", str(repo), "rev-parse", "shared"),
        "fresh": True,
    }


def test_init_of_what_cannot_be_made_ready(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    assert run("init", str(tmp_path / "plain")).status == 10
    git("init", "-q", str(tmp_path / "empty"))
    result = run("init", str(tmp_path / "empty"))
    assert result.status == 11
    assert "has no commit yet (make one first: git commit" in result.err
