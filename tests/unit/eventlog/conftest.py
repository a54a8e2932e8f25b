from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agentfs.eventlog import EventLog


@pytest.fixture
def log(tmp_path: Path) -> Iterator[EventLog]:
    """A log of its own; in the end it must be in order, and its state the fold of its events."""
    with EventLog.create(tmp_path / "log") as log:
        yield log
        assert log.check() == []
