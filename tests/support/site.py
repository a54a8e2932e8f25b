"""A repository with agentfs on it, run as a user runs it: by the command, in processes.

Every command has a time limit: a mount whose process is dead can hang whoever touches it.
`fsck` is what each test ends with: log, trunk and git must agree whatever happened.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from agentfs.eventlog.log import EventLog
from agentfs.eventlog.tables import Tables
from agentfs.locks.meeting import meet
from agentfs.model.events import Event, HoldReason, Saved
from agentfs.model.ids import Seq
from agentfs.model.rows import PendingRow
from agentfs.model.scopes import of_file
from agentfs.query.locks import live_leases
from agentfs.trunk.objects import ObjectStore

LIMIT = 60.0


class CommandFailed(AssertionError):
    """A command that had to succeed did not."""


class Site:
    """`repo` is an ordinary checkout, `state` its agentfs folder."""

    def __init__(self, folder: Path, files: Mapping[str, str | bytes]) -> None:
        self.folder = folder
        self.repo = folder / "repo"
        self.repo.mkdir(parents=True)
        self._log: EventLog | None = None
        self.environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Test",
            "GIT_AUTHOR_EMAIL": "test@example.invalid",
            "GIT_COMMITTER_NAME": "Test",
            "GIT_COMMITTER_EMAIL": "test@example.invalid",
            "PYTHONPATH": os.fspath(Path(__file__).parents[2]),
        }
        self.git("init", "-q", "-b", "main")
        for name, content in files.items():
            path = self.repo / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "first")

    @property
    def git_dir(self) -> Path:
        return self.repo / ".git"

    @property
    def state(self) -> Path:
        return self.git_dir / "agentfs"

    def git(self, *arguments: str, cwd: Path | None = None) -> str:
        return self.shell(["git", *arguments], cwd=cwd or self.repo)

    def shell(self, command: list[str], *, cwd: Path, text: str | None = None) -> str:
        """Run it, expect success, give what it printed."""
        done = subprocess.run(
            command,
            cwd=cwd,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
        if done.returncode:
            raise CommandFailed(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def agentfs(self, *arguments: str, cwd: Path | None = None) -> str:
        """The command, expected to succeed."""
        done = self.try_agentfs(*arguments, cwd=cwd)
        if done.returncode:
            raise CommandFailed(f"agentfs {arguments}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def try_agentfs(
        self, *arguments: str, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "agentfs.cli.main", *arguments],
            cwd=cwd or self.repo,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )

    def json(self, *arguments: str) -> Any:
        return json.loads(self.agentfs(*arguments, "--json"))

    def mount(self, agent: str, *options: str) -> Path:
        """The mount point."""
        return Path(self.agentfs("mount", agent, *options).strip())

    def trunk(self, path: str) -> bytes | None:
        """What the trunk has at `path`."""
        done = subprocess.run(
            ["git", "cat-file", "blob", f"trunk:{path}"],
            cwd=self.repo,
            env=self.environment,
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )
        return done.stdout if done.returncode == 0 else None

    def trunk_files(self) -> list[str]:
        return self.git("ls-tree", "-r", "--name-only", "trunk").splitlines()

    @property
    def log(self) -> EventLog:
        """The log, read in this process; opened once."""
        if self._log is None:
            self._log = EventLog.open_reader(self.state / "log")
        return self._log

    def published(self) -> bool:
        with self.log.snapshot() as tables:
            waiting = _will_go(tables)
            head = tables.head()
        at = self.git_dir / "refs" / "heads" / "trunk"
        return not waiting and head is not None and at.read_text().strip() == head.commit

    def saves(self, path: str) -> list[Saved]:
        """Every save of `path`, in order."""
        with self.log.snapshot() as tables:
            events = list(tables.events(Seq(0)))
        wanted = path.encode()
        return [event for event in events if isinstance(event, Saved) and event.path == wanted]

    def events(self) -> list[Event]:
        with self.log.snapshot() as tables:
            return list(tables.events(Seq(0)))

    def settle(self) -> None:
        """Wait until nothing is unpublished but what is held, and by what still holds it."""
        wait_for(self.published, "all saves are published")

    def fsck(self) -> None:
        """Log, state tables, git objects and the trunk's branch agree."""
        self.git("fsck", "--strict", "--no-dangling")
        store = ObjectStore(self.git_dir)
        assert self.log.check(in_git=store.has) == []
        with self.log.snapshot() as tables:
            head = tables.head()
        assert head is not None
        assert self.git("rev-parse", "refs/heads/trunk").strip() == head.commit

    def close(self) -> None:
        """Stop everything; whatever a test left behind."""
        if self._log is not None:
            self._log.close()
        if self.state.exists():
            self.try_agentfs("down")
        for mount in self.mounts():
            subprocess.run(["fusermount3", "-uz", mount], timeout=LIMIT, check=False)

    def mounts(self) -> list[str]:
        lines = Path("/proc/self/mounts").read_text().splitlines()
        points = [line.split()[1] for line in lines if " fuse.agentfs " in line]
        return [point for point in points if point.startswith(f"{self.folder}/")]


def _will_go(tables: Tables) -> list[PendingRow]:
    """What the publisher takes without being asked.  A lock may have ended before it looks,
    and what is held for one takes other saves of its agent along."""
    leases = live_leases(tables, time.time_ns())
    rows = list(tables.pending_all())
    locked = {
        row.agent
        for row in rows
        if row.held is HoldReason.LOCK
        for lease in leases
        if lease.agent != row.agent and meet(lease.scope, of_file(row.path))
    }
    return [
        row
        for row in rows
        if row.held is None or (row.held is HoldReason.LOCK and row.agent not in locked)
    ]


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 20.0) -> None:
    """Until it holds.  For what happens in other processes, which nothing here can await."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        os.sched_yield()
