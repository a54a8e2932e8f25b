"""A fault point kills at the right time, and only there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agentfs.pipeline.faults import VARIABLE, FaultPlan

SCRIPT = """
from agentfs.pipeline.faults import fault
for number in range(4):
    fault("other")
    print(number, flush=True)
    fault("here")
"""


@pytest.mark.parametrize(
    ("text", "printed", "status"),
    [
        ("", 4, 0),
        ("elsewhere", 4, 0),
        ("here", 1, -signal.SIGKILL),
        ("here:1", 1, -signal.SIGKILL),
        ("here:3", 3, -signal.SIGKILL),
        ("here:9", 4, 0),
    ],
)
def test_the_process_dies_where_it_should(text: str, printed: int, status: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, VARIABLE: text, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        check=False,
    )
    assert len(done.stdout.splitlines()) == printed
    assert done.returncode == status


def test_a_file_names_the_point_and_is_taken_away(tmp_path: Path) -> None:
    armed = tmp_path / "armed"
    plan, other = FaultPlan(f"@{armed}"), FaultPlan(f"@{armed}")
    assert not plan.reached("here")
    armed.write_text("here")
    assert [plan.reached("elsewhere"), plan.reached("here")] == [False, True]
    assert not armed.exists()
    assert not other.reached("here")


def test_a_count_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="many"):
        FaultPlan("here:many")
