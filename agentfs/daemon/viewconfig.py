"""What a view process is told when it is forked; apart from `view`, which imports FUSE, so
that the coordinator need not."""

from __future__ import annotations

from pathlib import Path

import msgspec

from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName, CommitId, SessionId
from agentfs.trunk.layout import StateDir, ViewDir


class ViewConfig(msgspec.Struct, frozen=True, kw_only=True):
    git_dir: str
    """The repository's common git folder."""
    agent: AgentName
    session: SessionId
    mount_path: str
    mode: ViewMode
    pin: CommitId | None

    @property
    def state(self) -> StateDir:
        return StateDir.of(Path(self.git_dir))

    @property
    def view_dir(self) -> ViewDir:
        return self.state.view(self.agent)


def pid_file(view: ViewDir) -> Path:
    """Locked by the view's process as long as it lives."""
    return view.root / "pid"


def made_marker(view: ViewDir) -> Path:
    """There if the view's mount point was made by us, and is to be removed by us."""
    return view.root / "made-mount-point"
