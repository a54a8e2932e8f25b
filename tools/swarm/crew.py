"""Runs the agents' programs and the observer's, all at the same time, and hears them out."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
import types
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import msgspec

from tools.rig.programs import CHECKOUT
from tools.swarm.agent import READY
from tools.swarm.messages import Edit, Outcome, Seen, Shape, Task, Watched


class CrewFailed(Exception):
    """An agent's program ended before its edits did, or was not done in time."""


class Program:
    """One of our own modules, run as a program; killed when the block ends, if not before."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: types.TracebackType | None,
    ) -> None:
        self._process.kill()
        # One that is stuck in a mount ends when the mount does.
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)

    def say(self, line: bytes) -> None:
        assert self._process.stdin is not None
        # It has ended; what it leaves undone will be missed soon enough.
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()

    def hear(self) -> bytes:
        """The next line, without its end; empty when there are no more."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip(b"\n")


class Lookout:
    """The observer's program, and what it has seen."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.seen: dict[str, int] = {}
        """Marker to nanoseconds since 1970."""
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def watch(self, edit: Edit) -> None:
        path = edit.target if edit.shape is Shape.RENAME else edit.path
        with self._lock:
            self._program.say(msgspec.json.encode(Watched(path, edit.marker)))

    def _listen(self) -> None:
        while line := self._program.hear():
            seen = msgspec.json.decode(line, type=Seen)
            self.seen[seen.marker] = seen.at_ns


class Crew:
    """The agents' programs, to be begun together."""

    def __init__(self, heard: Callable[[Outcome], None]) -> None:
        """`heard` is called with each outcome, from several threads."""
        self._heard = heard
        self._programs: dict[str, Program] = {}
        self._stack = contextlib.ExitStack()
        self._edits: dict[str, int] = {}
        self._done: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._stack.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: types.TracebackType | None,
    ) -> None:
        self._stack.close()

    def hire(
        self, plan: Mapping[str, Sequence[Edit]], views: Mapping[str, str], scratch: Path
    ) -> None:
        """Start each agent's program; `scratch` is a folder outside of the views."""
        for agent, edits in plan.items():
            own = scratch / agent
            own.mkdir(parents=True)
            task = Task(agent=agent, view=views[agent], scratch=str(own), edits=tuple(edits))
            program = self._stack.enter_context(Program("tools.swarm.agent"))
            program.say(msgspec.json.encode(task))
            self._programs[agent] = program
            self._edits[agent] = len(edits)
            self._done[agent] = 0

    def work(self, seconds: float) -> None:
        """Returns when all edits are done.  Raises CrewFailed."""
        deadline = time.monotonic() + seconds
        ready = self._each(self._await_ready, deadline)
        if not ready:
            raise CrewFailed("not all agents got ready")
        for program in self._programs.values():
            program.say(b"go")
        self._each(self._follow, deadline)
        short = [agent for agent, edits in self._edits.items() if self._done[agent] < edits]
        if short:
            raise CrewFailed(f"not done with all edits after {seconds:.0f} s: {', '.join(short)}")

    def _await_ready(self, agent: str) -> bool:
        return self._programs[agent].hear() == READY.encode()

    def _follow(self, agent: str) -> bool:
        while line := self._programs[agent].hear():
            self._heard(msgspec.json.decode(line, type=Outcome))
            self._done[agent] += 1
        return True

    def _each(self, do: Callable[[str], bool], deadline: float) -> bool:
        """Do it for all agents at once; False if one said so, or was not done in time."""
        said: dict[str, bool] = {}

        def one(agent: str) -> None:
            said[agent] = do(agent)

        threads = [
            threading.Thread(target=one, args=(agent,), daemon=True) for agent in self._programs
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return len(said) == len(threads) and all(said.values())
