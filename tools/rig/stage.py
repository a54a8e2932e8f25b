"""A repository with its coordinator and its views, all of it gone when the `with` block ends.

Only what was started here is ended: daemons that have this repository's state open, mounts
under the folder that the repository is in.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import msgspec

from tools.rig import programs
from tools.rig.programs import ProgramFailed

SECONDS: Final = 30.0
DOWN_SECONDS: Final = 60.0


class MountedView(msgspec.Struct, frozen=True):
    """What `agentfs mount --json` says."""

    agent: str
    path: str
    pid: int
    milliseconds: float
    """As the coordinator measured it, from the request to a view that serves."""


@dataclass(frozen=True)
class Agentfs:
    """The installed command, on one repository."""

    repository: Path

    def __call__(self, *arguments: str, seconds: float = SECONDS) -> str:
        """Its output.  Raises ProgramFailed."""
        return programs.run(
            [sys.executable, "-m", "agentfs.cli.main", "-C", str(self.repository), *arguments],
            seconds=seconds,
        ).decode()

    def json(self, *arguments: str, seconds: float = SECONDS) -> Any:
        """What it prints with ``--json``.  Raises ProgramFailed."""
        return msgspec.json.decode(self(*arguments, "--json", seconds=seconds))


class Stage:
    """Ready, with a coordinator, from `__enter__` to `__exit__`."""

    def __init__(self, repository: Path) -> None:
        """`repository` has a working tree."""
        self.agentfs = Agentfs(repository)
        self.repository = repository
        self.git_dir = repository / ".git"
        self.socket = self.git_dir / "agentfs" / "run" / "socket"
        self.views: list[MountedView] = []

    def __enter__(self) -> Self:
        try:
            self.agentfs("init")
            self.agentfs("up")
        except BaseException:
            self._sweep()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: types.TracebackType | None,
    ) -> None:
        with _undisturbed():
            try:
                self.agentfs("down", seconds=DOWN_SECONDS)
            except ProgramFailed as failure:
                # Programs that were stopped half-way may still use a view.
                if error is None:
                    raise
                print(f"agentfs down: {failure}", file=sys.stderr)
            finally:
                self._sweep()

    def mount(self, agent: str) -> MountedView:
        """At its default place.  Raises ProgramFailed."""
        view = msgspec.convert(self.agentfs.json("mount", agent), MountedView)
        self.views.append(view)
        return view

    def _sweep(self) -> None:
        """What a failed `down` left behind."""
        for process in daemons_of(self.git_dir):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        for mount in mounts_under(self.repository.parent):
            with contextlib.suppress(ProgramFailed):
                programs.run(["fusermount3", "-uz", "--", str(mount)], seconds=10)


def mounts_under(folder: Path) -> list[Path]:
    """The innermost first."""
    table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    points = [Path(line.split(" ")[4].replace(r"\040", " ")) for line in table.splitlines()]
    inside = [point for point in points if point.is_relative_to(folder.resolve())]
    return sorted(inside, reverse=True)


def daemons_of(git_dir: Path) -> list[int]:
    """The coordinator, zygote and views of a repository: daemons of agentfs that have its log
    or one of its other files open."""
    state = os.fspath(git_dir.resolve() / "agentfs")
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            # Processes come and go, and others' are not ours to look at.
            with contextlib.suppress(OSError):
                if b"agentfs.daemon" in (entry / "cmdline").read_bytes():
                    opened = (os.readlink(link) for link in (entry / "fd").iterdir())
                    if any(target.startswith(state) for target in opened):
                        found.append(int(entry.name))
    return found


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """A second Ctrl-C does not keep us from tidying up, which takes a limited time."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
