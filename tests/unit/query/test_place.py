from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from agentfs.eventlog.log import EventLog
from agentfs.query.place import NotInitialized, locate
from agentfs.trunk.repository import NotARepository


def test_a_folder_of_a_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "src").mkdir()
    place = locate(tmp_path / "src")
    assert place.git_dir == tmp_path / ".git"
    assert place.worktree == tmp_path
    assert place.state.root == tmp_path / ".git" / "agentfs"


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(NotARepository):
        locate(tmp_path)


def test_not_initialized_or_not_wholly(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    place = locate(tmp_path)
    with pytest.raises(NotInitialized), place.read():
        pass
    EventLog.create(place.state.log).close()
    with pytest.raises(NotInitialized):
        place.require_initialized()
