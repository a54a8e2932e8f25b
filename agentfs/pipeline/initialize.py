"""Making a repository ready: the trunk branch, the state folder, a log with its first event.

Not about starting anything.  The first event is written last and durably, so a repository
is ready or not, and an `initialize` that was interrupted is finished by the next one.
The user's branch, index and files are never touched.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.eventlog.log import Appender, EventLog
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Initialized
from agentfs.pipeline.faults import fault
from agentfs.trunk.commits import read_commit
from agentfs.trunk.init import init_trunk, trunk_ref
from agentfs.trunk.layout import StateDir
from agentfs.trunk.objects import ObjectStore
from agentfs.trunk.repository import GitRepository, discover

DEFAULT_TRUNK: Final = "trunk"
_BRANCHES: Final = "refs/heads/"

_CONFIG: Final = """\
# agentfs in this repository.
#
# What `agentfs init` chose is written here to be read by people; the log is what counts, and
# changing it here changes nothing.

[trunk]
# The branch that all saves are merged into and committed on.
branch = {branch}

# Read when the coordinator starts.

[locks]
# What becomes of a write to what another agent has locked, if only a close can find it:
# "hold" keeps it in the writer's view until the lock is gone, "revert" puts the accepted
# version back and keeps the content in .agentfs/rejected.
on_violation = "hold"
# What a save does for who saves the same symbol within 30 s: "advise" tells it, "enforce"
# refuses it, "off" does nothing.
autolease = "advise"
"""


class AnotherTrunk(AgentfsError):
    """The user's: the repository is ready already, with a trunk of another name."""

    code = "another-trunk"


@dataclass(frozen=True)
class Readiness:
    """A repository that is ready; `fresh` if it was not so before."""

    git_dir: Path
    event: Initialized
    fresh: bool

    @property
    def trunk(self) -> str:
        return self.event.trunk_ref.removeprefix(_BRANCHES)


def initialize(path: Path, trunk: str | None = None) -> Readiness:
    """Make the repository that `path` is in ready; does nothing if it is.

    `trunk` is the branch's name; without one `DEFAULT_TRUNK`, or what it is already.
    Raises NotARepository, UnsupportedObjectFormat, NoCommit, BadBranchName, TrunkCheckedOut,
    AnotherTrunk, LogDamaged, LogTooNew, LogFull.
    """
    repository = discover(path)
    with _alone(repository.common_dir):
        found = _initialized(repository.state)
        if found is not None:
            if trunk is not None:
                _refuse_another(found, trunk)
            return Readiness(repository.common_dir, found, fresh=False)
        event = _first_event(repository, DEFAULT_TRUNK if trunk is None else trunk)
        return Readiness(repository.common_dir, _begin_log(repository.state, event), fresh=True)


def _initialized(state: StateDir) -> Initialized | None:
    # A folder without data is what an interrupted call leaves.
    if not (state.log / "data.mdb").exists() or not (state.log / "data.mdb").stat().st_size:
        return None
    with EventLog.open_reader(state.log) as log, log.snapshot() as tables:
        return tables.initialized()


def _refuse_another(found: Initialized, trunk: str) -> None:
    wanted = trunk_ref(trunk)
    if found.trunk_ref != wanted:
        name = found.trunk_ref.removeprefix(_BRANCHES)
        raise AnotherTrunk(
            f"the repository is set up already, with trunk {name!r}, not {trunk!r}",
            hint="the trunk is chosen once; leave --trunk out",
        )


def _first_event(repository: GitRepository, trunk: str) -> Initialized:
    """Makes the branch: whatever can be refused is refused before anything else is made."""
    commit = init_trunk(repository, trunk_ref(trunk), repository.head_commit())
    tree = read_commit(ObjectStore(repository.common_dir), commit).tree
    return Initialized(trunk_ref=trunk_ref(trunk), commit=commit, tree=tree)


def _begin_log(state: StateDir, event: Initialized) -> Initialized:
    fault("init.trunk-made")
    state.create()
    _write_config(state.config, event.trunk_ref.removeprefix(_BRANCHES))

    def append(appender: Appender) -> Initialized:
        return appender.append(event)

    with EventLog.create(state.log) as log:
        fault("init.log-made")
        [outcome] = log.transact([append])
    if isinstance(outcome, AgentfsError):
        raise outcome
    return outcome


def _write_config(path: Path, branch: str) -> None:
    # A git branch name has no backslash and no control character.
    quoted = branch.replace('"', '\\"')
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(_CONFIG.format(branch=f'"{quoted}"'), encoding="utf-8")
    fresh.replace(path)


@contextlib.contextmanager
def _alone(git_dir: Path) -> Iterator[None]:
    """One `initialize` at a time, also of those that come before there is a state folder."""
    descriptor = os.open(git_dir, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
