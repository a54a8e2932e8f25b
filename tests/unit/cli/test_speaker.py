"""Scopes and times as they are written on the command line, and who is speaking."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from agentfs.cli.speaker import Duration, NoAgent, scope_of, speaker
from agentfs.model.scopes import BadScope
from agentfs.pipeline.initialize import initialize
from agentfs.query.place import Place, locate
from tests.support.world import git


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    repo = tmp_path / "repo"
    (repo / "src" / "auth").mkdir(parents=True)
    (repo / "src" / "auth" / "a.py").write_text("")
    git(repo, "init", "-q")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "start")
    initialize(repo)
    monkeypatch.chdir(repo / "src")
    monkeypatch.delenv("AGENTFS_AGENT", raising=False)
    return locate(repo)


@pytest.mark.parametrize(
    ("text", "nanoseconds"),
    [("30s", 30 * 10**9), ("90", 90 * 10**9), ("1.5h", 5400 * 10**9), ("200ms", 2 * 10**8)],
)
def test_a_time_is_read(text: str, nanoseconds: int) -> None:
    assert Duration().convert(text, None, None) == nanoseconds


@pytest.mark.parametrize("text", ["", "0", "-5s", "soon", "5 s", "1d"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter):
        Duration().convert(text, None, None)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("auth/a.py::C.m", "src/auth/a.py::C.m"),
        ("auth/a.py", "src/auth/a.py"),
        ("auth", "src/auth/**"),
        ("auth/", "src/auth/**"),
        (".", "src/**"),
        ("..", "**"),
        ("../src/new/", "src/new/**"),
        ("auth/*.py", "src/auth/*.py"),
        ("not/there.py::<imports>", "src/not/there.py::<imports>"),
    ],
)
def test_a_scope_is_relative_to_where_one_stands(place: Place, text: str, scope: str) -> None:
    assert str(scope_of(place, text)) == scope


def test_a_module_has_no_symbols(place: Place) -> None:
    with pytest.raises(BadScope):
        scope_of(place, "auth/*::f")


def test_who_speaks(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoAgent):
        speaker(place, None)
    monkeypatch.setenv("AGENTFS_AGENT", "ann")
    assert speaker(place, None) == "ann"
    assert speaker(place, "ben") == "ben"
