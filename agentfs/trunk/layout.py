"""Where agentfs keeps its state: names of files and folders below ``<git dir>/agentfs/``.

Names only: nothing here reads or writes, but for `StateDir.create`.  Everything is the
user's alone (mode 0700): private files and unpublished saves lie below.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.model.ids import AgentName

FOLDER: Final = "agentfs"
WORKTREE: Final = "agentfs-"
"""What the name of a view's linked worktree begins with; its agent's name follows."""
_PRIVATE: Final = 0o700


@dataclass(frozen=True)
class ViewDir:
    """State of one agent's view; it outlives the view process and the mount."""

    root: Path

    @property
    def work(self) -> Path:
        """Working copies: contents that are not yet saves."""
        return self.root / "work"

    @property
    def private(self) -> Path:
        """Private files, as the view shows them."""
        return self.root / "private"

    @property
    def log_file(self) -> Path:
        """What the view process reports."""
        return self.root / "log"

    def create(self) -> None:
        """Make what is missing; leave what is there."""
        for folder in (self.root, self.work, self.private):
            _make_private(folder)


@dataclass(frozen=True)
class StateDir:
    """``<git common dir>/agentfs``: one for a repository and all its worktrees."""

    root: Path

    @classmethod
    def of(cls, common_dir: Path) -> StateDir:
        return cls(common_dir / FOLDER)

    @property
    def git_dir(self) -> Path:
        """The repository's common git folder."""
        return self.root.parent

    @property
    def log(self) -> Path:
        """The LMDB environment."""
        return self.root / "log"

    @property
    def views(self) -> Path:
        return self.root / "views"

    @property
    def run(self) -> Path:
        """What means something only while processes live."""
        return self.root / "run"

    @property
    def socket(self) -> Path:
        return self.run / "socket"

    @property
    def doorbell(self) -> Path:
        return self.run / "doorbell"

    @property
    def pid(self) -> Path:
        return self.run / "pid"

    @property
    def start_lock(self) -> Path:
        return self.run / "start.lock"

    @property
    def config(self) -> Path:
        return self.root / "config.toml"

    def view(self, agent: AgentName) -> ViewDir:
        return ViewDir(self.views / agent)

    def create(self) -> None:
        """Make what is missing; leave what is there.  The log is made by who writes it."""
        for folder in (self.root, self.views, self.run):
            _make_private(folder)


def _make_private(folder: Path) -> None:
    """Make one folder with mode 0700, whatever the umask is."""
    try:
        folder.mkdir(mode=_PRIVATE)
    except FileExistsError:
        return
    os.chmod(folder, _PRIVATE)
