from __future__ import annotations

from pathlib import Path

import pygit2
import pytest
from pygit2.enums import ConfigLevel

from agentfs.trunk.objects import ObjectStore
from tests.unit.trunk.realgit import Git


@pytest.fixture(autouse=True)
def no_user_settings(tmp_path: Path) -> None:
    """libgit2 in this process finds no configuration but the repository's."""
    for level in (ConfigLevel.GLOBAL, ConfigLevel.XDG, ConfigLevel.SYSTEM):
        pygit2.settings.search_path[level] = str(tmp_path / "no-configuration")


@pytest.fixture
def git(tmp_path: Path) -> Git:
    return Git.init(tmp_path / "repository")


@pytest.fixture
def store(git: Git) -> ObjectStore:
    return ObjectStore(git.git_dir)
