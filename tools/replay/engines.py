"""Three engines, each a function from a case to what it made of it."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

from agentfs.merge.merge3 import merge3
from agentfs.merge.values import Clean, MergeResult
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of
from tools.replay.history import Case

OURS: Final = "engine"
SECONDS: Final = 10.0
"""After that an engine has failed on a file."""
_FAULTS: Final = (
    *(AgentfsError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError),
    *(OSError, RuntimeError, TypeError, ValueError),
)
"""What a mistake in the engine raises.  One file must not end a run of thousands."""


class TooSlow(RuntimeError):
    """The engine was not done in `SECONDS`."""


@dataclass(frozen=True, slots=True)
class Attempt:
    text: bytes
    """With conflict markers if it is not clean."""
    clean: bool
    seconds: float
    """Of a program's time, the whole process."""
    level: str = ""
    """Of our engine: which level of the cascade made it."""
    fault: str = ""
    """Why there is no result: it raised, ended badly or took too long."""


def merge_ours(case: Case, folder: Path) -> Attempt:
    """In this process, which must be in its main thread.  As the commands merge: what a save does
    besides to keep its conflicts stable costs a second merge, and makes no clean result another."""
    started = time.perf_counter()
    try:
        with _limited(SECONDS):
            language = language_of(RepoPath(case.path.encode()), case.base)
            result = merge3(case.base, case.left, case.right, language)
    except _FAULTS as error:
        fault = f"{type(error).__name__}: {error}"
        return Attempt(b"", False, time.perf_counter() - started, fault=fault)
    took = time.perf_counter() - started
    return Attempt(_marked(result), result.clean, took, level=result.how.value)


def merge_git(case: Case, folder: Path) -> Attempt:
    attempt, status = _run(("git", "merge-file", "-p", "left", "base", "right"), folder)
    # From 128 on git says that it failed, below how many conflicts there are.
    return attempt if status < 128 else _failed(attempt, status)


def merge_mergiraf(case: Case, folder: Path) -> Attempt:
    name = case.path.rpartition("/")[2]
    attempt, status = _run(("mergiraf", "merge", "-p", name, "base", "left", "right"), folder)
    return attempt if status in (0, 1) else _failed(attempt, status)


ENGINES: Final[Mapping[str, Callable[[Case, Path], Attempt]]] = {
    OURS: merge_ours,
    "git": merge_git,
    "mergiraf": merge_mergiraf,
}
"""Each wants the three inputs as files `base`, `left` and `right` in the folder."""


def engines_here() -> list[str]:
    return [name for name in ENGINES if name == OURS or shutil.which(name)]


def one_sided(folder: Path) -> list[bytes]:
    """What git makes of the files in the folder if one side wins in every conflict: left, right."""
    return [
        _run(("git", "merge-file", "-p", side, "left", "base", "right"), folder)[0].text
        for side in ("--ours", "--theirs")
    ]


def _run(program: Sequence[str], folder: Path) -> tuple[Attempt, int]:
    """The attempt is called clean by the exit status 0.  After `SECONDS` the status is -1."""
    started = time.perf_counter()
    try:
        done = subprocess.run(
            program, cwd=folder, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Attempt(b"", False, time.perf_counter() - started), -1
    took = time.perf_counter() - started
    return Attempt(done.stdout, done.returncode == 0, took), done.returncode


def _failed(attempt: Attempt, status: int) -> Attempt:
    fault = "not done in time" if status == -1 else f"exit status {status}"
    return Attempt(b"", False, attempt.seconds, fault=fault)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raises TooSlow in what is within, as soon as that is not in foreign code."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"not done in {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _marked(result: MergeResult) -> bytes:
    """With diff3's markers and, behind them, kind, symbol and reason of each conflict."""
    parts: list[bytes] = []
    for chunk in result.chunks:
        if isinstance(chunk, Clean):
            parts.append(chunk.text)
            continue
        what = f"{chunk.kind.value} {chunk.symbol} {chunk.reason}".rstrip().encode()
        for marker, text in (
            (b"<<<<<<< left " + what, chunk.left),
            (b"||||||| base", chunk.base),
            (b"=======", chunk.right),
        ):
            parts += [marker, b"\n", text, b"" if text.endswith(b"\n") or not text else b"\n"]
        parts.append(b">>>>>>> right\n")
    return b"".join(parts)
