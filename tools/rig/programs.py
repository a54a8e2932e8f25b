"""Runs programs, each with a time limit, and says in one line what went wrong.

Every program is in a session of its own, so a Ctrl-C in the terminal ends nobody but us, and
we end what we started.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parents[2]
"""Where `python -m tools…` and `python -m agentfs…` are found, installed or not."""


class ProgramFailed(Exception):
    """The program said no, or was not done in time."""


def run(
    program: Sequence[str],
    *,
    seconds: float,
    folder: Path = CHECKOUT,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """Its standard output.  `environment` is added to ours.  Raises ProgramFailed."""
    try:
        done = subprocess.run(
            program,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            input=stdin,
            capture_output=True,
            timeout=seconds,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        raise ProgramFailed(f"{_name(program)}: not done after {seconds:.0f} s") from None
    if done.returncode != 0:
        said = (done.stderr.strip() or done.stdout.strip()).decode("utf-8", "replace")
        last = said.splitlines()[-1] if said else "said nothing"
        raise ProgramFailed(f"{_name(program)}: exit status {done.returncode}: {last}")
    return done.stdout


def _name(program: Sequence[str]) -> str:
    text = " ".join(program)
    return text if len(text) <= 100 else text[:99] + "…"
