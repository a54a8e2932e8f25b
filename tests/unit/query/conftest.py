from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agentfs.eventlog import EventLog
from agentfs.model.ids import RepoPath, Seq
from tests.support.events import (
    BEN,
    COMMITS,
    V0,
    V1,
    V2,
    G,
    append,
    conflict,
    held,
    initialized,
    mounted,
    published,
    saved,
    unmounted,
)

ODD = RepoPath(b"src/caf\xe9")
"""Not UTF-8."""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[EventLog]:
    with EventLog.create(tmp_path / "log") as log:
        yield log


@pytest.fixture
def busy(log: EventLog) -> EventLog:
    """Two agents; something published, something held, something waiting."""
    append(
        log,
        initialized(),
        mounted(),
        mounted(BEN, COMMITS[3]),
        saved(V0, V1),
        published(Seq(4)),
        saved(V0, V1, path=G),
        held(Seq(6), path=G, conflicts=(conflict(1, path=G), conflict(2, path=G))),
        saved(V0, V1, path=ODD),
        saved(V1, V2, path=ODD),
        saved(None, V1, agent=BEN, path=RepoPath(b"new")),
        unmounted(BEN),
    )
    return log
