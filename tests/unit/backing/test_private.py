from __future__ import annotations

import os
from pathlib import Path

import pytest

from agentfs.backing.private import PrivateFiles
from agentfs.model.ids import ROOT, RepoPath

DEEP = RepoPath(b"build/out/\xff.o")


@pytest.fixture
def private(tmp_path: Path) -> PrivateFiles:
    return PrivateFiles(tmp_path / "private")


def test_folders_above_come_by_themselves(private: PrivateFiles) -> None:
    os.close(private.create(DEEP, os.O_WRONLY, 0o644))
    assert private.is_folder(RepoPath(b"build/out"))
    assert private.names(RepoPath(b"build/out")) == [b"\xff.o"]
    assert private.names(ROOT) == [b"build"]


def test_a_folder_that_is_not_there_has_no_names(private: PrivateFiles) -> None:
    assert private.names(RepoPath(b"nowhere")) == []
    private.remove_folder(RepoPath(b"nowhere"))


def test_a_write_replaces_all_at_once(private: PrivateFiles) -> None:
    private.write(DEEP, b"one", 0o644)
    private.write(DEEP, b"two", 0o755)
    content, mode = private.read(DEEP)
    assert (content, mode & 0o777) == (b"two", 0o755)
    assert private.names(RepoPath(b"build/out")) == [b"\xff.o"]


def test_a_symlink_is_read_not_followed(private: PrivateFiles) -> None:
    private.symlink(DEEP, b"/nowhere")
    assert private.read(DEEP)[0] == b"/nowhere"
    with pytest.raises(OSError, match="symbolic links"):
        private.open(DEEP, os.O_RDONLY)


def test_only_an_empty_folder_is_forgotten(private: PrivateFiles) -> None:
    private.write(DEEP, b"", 0o644)
    private.forget_folder(RepoPath(b"build/out"))
    assert private.exists(DEEP)
    private.remove(DEEP)
    private.forget_folder(RepoPath(b"build/out"))
    assert not private.exists(RepoPath(b"build/out"))
