from __future__ import annotations

from pathlib import Path

import pytest

from agentfs.model.ids import RepoPath
from agentfs.trunk.mergesettings import merge_settings
from tests.unit.trunk.realgit import Git


def test_nothing_is_set(git: Git) -> None:
    found = merge_settings(git.git_dir)
    assert (found.drivers, found.default, found.style, found.info) == ({}, "", "", b"")


def test_what_is_set(git: Git, tmp_path: Path) -> None:
    git("config", "merge.My.driver.driver", "mine %A %O")
    git("config", "merge.other.name", "has no driver")
    git("config", "merge.default", "union")
    git("config", "merge.conflictStyle", "diff3")
    (git.git_dir / "info").mkdir(exist_ok=True)
    (git.git_dir / "info" / "attributes").write_text("*.a merge=info\n")
    (tmp_path / "user").write_text("*.a merge=user\n*.b merge=user\n")
    git("config", "core.attributesFile", str(tmp_path / "user"))
    found = merge_settings(git.git_dir)
    assert found.drivers == {"My.driver": "mine %A %O"}
    assert (found.default, found.style) == ("union", "diff3")
    # The repository's own file is between the two.
    attributes = found.attributes({b"": b"*.a merge=tree\n*.b merge=tree\n"}.get)
    for name, value in ((b"x.a", b"info"), (b"x.b", b"tree"), (b"x.c", None)):
        assert attributes.of(RepoPath(name), [b"merge"]) == {b"merge": value}


def test_the_users_file_where_git_looks_for_it(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "git").mkdir()
    (tmp_path / "git" / "attributes").write_text("*.a merge=user\n")
    assert merge_settings(git.git_dir).user == b"*.a merge=user\n"


def test_settings_that_are_broken_say_nothing(git: Git) -> None:
    folder = git.git_dir
    (folder / "config").write_text("[merge\n")
    assert merge_settings(folder).drivers == {}
