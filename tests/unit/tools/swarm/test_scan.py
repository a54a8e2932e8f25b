from __future__ import annotations

from pathlib import Path

from tools.rig.git import Git
from tools.swarm.evidence import files_of
from tools.swarm.scan import scan


def test_a_folder_is_scanned_as_git_would_have_it(tmp_path: Path) -> None:
    git = Git(tmp_path)
    git("init", "--quiet")
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er/empty").write_bytes(b"")
    (tmp_path / "run").write_bytes(b"#!/bin/sh\n")
    (tmp_path / "run").chmod(0o755)
    (tmp_path / "link").symlink_to("deep/er")
    (tmp_path / "dangling").symlink_to("nowhere")
    Path(bytes(tmp_path).decode(), "na\udcffme with blank").write_bytes(b"\0\xff")
    git("add", "--all")
    git("commit", "--quiet", "-m", "all")
    assert scan(tmp_path, 20) == files_of(git, "HEAD")
