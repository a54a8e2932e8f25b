from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from agentfs.daemon.report import report_to


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def test_a_line_an_event_whatever_is_in_it(tmp_path: Path) -> None:
    fd = os.open(tmp_path / "log", os.O_WRONLY | os.O_CREAT)
    report_to(fd)
    structlog.get_logger().warning("it happened", path="caf\udce9\nnext")
    os.close(fd)
    text = (tmp_path / "log").read_text()
    assert text.endswith(r"level='warning' event='it happened' path='caf\udce9\nnext'" + "\n")
    assert text.count("\n") == 1


def test_a_report_that_finds_no_space_hurts_nobody() -> None:
    with open("/dev/full", "wb", buffering=0) as full:
        report_to(full.fileno())
        try:
            raise KeyError("x")
        except KeyError:
            structlog.get_logger().exception("failed")
