"""Where a repository is, and its log opened for reading: what every client begins with.

Works without a coordinator.  Nothing is written, and nothing stays open.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from agentfs.eventlog.errors import LogMissing
from agentfs.eventlog.log import EventLog
from agentfs.eventlog.tables import Tables
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Initialized
from agentfs.model.ids import CommitId
from agentfs.trunk.layout import StateDir
from agentfs.trunk.repository import GitRepository, discover


class NotInitialized(AgentfsError):
    """The user's: a git repository that was not yet made ready."""

    code = "not-initialized"


@dataclass(frozen=True)
class Place:
    """A repository as seen from where the user stands."""

    repository: GitRepository

    @property
    def git_dir(self) -> Path:
        """The common git folder, absolute."""
        return self.repository.common_dir

    @property
    def worktree(self) -> Path | None:
        """The root of the working tree that the user stands in."""
        return self.repository.worktree

    @property
    def state(self) -> StateDir:
        return self.repository.state

    def resolve(self, revision: str) -> CommitId:
        """Raises BadRevision."""
        return self.repository.resolve(revision)

    def require_initialized(self) -> Initialized:
        """Raises NotInitialized, LogDamaged, LogTooNew."""
        with self.read() as tables:
            return initialized(tables, self)

    @contextlib.contextmanager
    def read(self) -> Iterator[Tables]:
        """The log as it is now.  Raises NotInitialized, LogDamaged, LogTooNew."""
        try:
            log = EventLog.open_reader(self.state.log)
        except LogMissing:
            raise _not_initialized(self) from None
        with log, log.snapshot() as tables:
            yield tables


def locate(path: Path) -> Place:
    """The repository that `path` is in.  Raises NotARepository, UnsupportedObjectFormat."""
    return Place(discover(path))


def initialized(tables: Tables, place: Place) -> Initialized:
    """Raises NotInitialized if `agentfs init` was interrupted."""
    event = tables.initialized()
    if event is None:
        raise _not_initialized(place)
    return event


def _not_initialized(place: Place) -> NotInitialized:
    where = place.worktree or place.git_dir
    return NotInitialized(f"{where} is not set up for agentfs", hint="run agentfs init")
