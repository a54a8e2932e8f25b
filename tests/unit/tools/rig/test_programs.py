from __future__ import annotations

from pathlib import Path

import pytest

from tools.rig import programs
from tools.rig.programs import ProgramFailed


def test_output_of_a_program_with_input_and_environment(tmp_path: Path) -> None:
    output = programs.run(
        ["sh", "-c", 'cat; echo "$WORD"; pwd'],
        seconds=10,
        folder=tmp_path,
        stdin=b"in\n",
        environment={"WORD": "word"},
    )
    assert output.decode().split() == ["in", "word", str(tmp_path)]


def test_failure_tells_status_and_the_last_thing_said() -> None:
    with pytest.raises(ProgramFailed, match=r"exit status 3: the reason$"):
        programs.run(["sh", "-c", "echo first >&2; echo the reason >&2; exit 3"], seconds=10)


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(ProgramFailed, match="not done"):
        programs.run(["sleep", "60"], seconds=0.05)
