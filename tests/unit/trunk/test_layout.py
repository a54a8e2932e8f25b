from __future__ import annotations

import os
import stat
from pathlib import Path

from agentfs.model.ids import AgentName
from agentfs.trunk.layout import StateDir


def test_places_are_the_documented_ones(tmp_path: Path) -> None:
    state = StateDir.of(tmp_path)
    view = state.view(AgentName("ann"))
    places = [
        state.log, state.socket, state.doorbell, state.pid, state.start_lock, state.config,
        view.work, view.private, view.log_file,
    ]  # fmt: skip
    assert [str(place.relative_to(tmp_path)) for place in places] == [
        "agentfs/log", "agentfs/run/socket", "agentfs/run/doorbell", "agentfs/run/pid",
        "agentfs/run/start.lock", "agentfs/config.toml",
        "agentfs/views/ann/work", "agentfs/views/ann/private", "agentfs/views/ann/log",
    ]  # fmt: skip
    assert state.git_dir == tmp_path


def test_all_folders_are_private_under_any_umask_and_made_once(tmp_path: Path) -> None:
    state = StateDir.of(tmp_path)
    view = state.view(AgentName("ann"))
    before = os.umask(0o777)
    try:
        state.create()
        view.create()
    finally:
        os.umask(before)
    (view.private / "kept").touch()
    state.create()
    view.create()
    assert (view.private / "kept").exists()
    folders = [state.root, state.views, state.run, view.root, view.work, view.private]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}
