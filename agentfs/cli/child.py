"""Running a program as `env` or `nice` would: our signals are its signals, its end is ours."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Final

from agentfs.model.errors import AgentfsError

_FORWARDED: Final = (
    signal.SIGHUP,
    signal.SIGINT,
    signal.SIGQUIT,
    signal.SIGTERM,
    signal.SIGUSR1,
    signal.SIGUSR2,
)
_FROM_TERMINAL: Final = frozenset({signal.SIGHUP, signal.SIGINT, signal.SIGQUIT})


class CannotExecute(AgentfsError):
    """The user's: there is such a file, and it is no program."""

    code = "cannot-execute"


class CommandNotFound(AgentfsError):
    """The user's: no program of that name."""

    code = "command-not-found"


def run(program: Sequence[str], folder: Path, environment: Mapping[str, str]) -> int:
    """Run to its end and give its status as a shell would.

    Raises CommandNotFound, CannotExecute, OSError if `folder` cannot be entered.
    """
    relay = _Relay()
    before = {number: signal.signal(number, relay.handle) for number in _FORWARDED}
    try:
        process = _start(program, folder, environment)
        relay.attach(process)
        status = process.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 128 - status if status < 0 else status


class _Relay:
    """Passes signals on; those that come before there is a process go to it first thing."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._early: list[int] = []

    def attach(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        for number in self._early:
            process.send_signal(number)

    def handle(self, number: int, _frame: FrameType | None) -> None:
        if number in _FROM_TERMINAL and _in_foreground():
            # The terminal has sent it to every process of the group, the program too.
            return
        if self._process is None:
            self._early.append(number)
        else:
            self._process.send_signal(number)


def _in_foreground() -> bool:
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError):
        return False


def _start(
    program: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(program, cwd=os.fspath(folder), env=environment)
    except FileNotFoundError as error:
        if error.filename == os.fspath(folder):
            raise
        raise CommandNotFound(f"{program[0]}: no such command") from error
    except PermissionError as error:
        if error.filename == os.fspath(folder):
            raise
        raise CannotExecute(f"{program[0]}: cannot be run") from error
    except OSError as error:
        raise CannotExecute(f"{program[0]}: {error.strerror}") from error
