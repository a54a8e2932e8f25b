"""A real repository, a real log and a publisher, with agents that save by plain calls.

Not a coordinator: nothing runs by itself, and time passes by one second a reading.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import trio

from agentfs.eventlog.codec import compress
from agentfs.eventlog.log import Appender, EventLog
from agentfs.model.changes import SaveKind
from agentfs.model.conflicts import Conflict
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Event, Resolved
from agentfs.model.ids import AgentName, CommitId, ConflictId, RepoPath, Seq, SessionId
from agentfs.model.rows import PendingRow
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.initialize import initialize
from agentfs.pipeline.integration.merging import MergeRunner, MergesHere
from agentfs.pipeline.locking import Locks
from agentfs.pipeline.publish import Publisher
from agentfs.pipeline.record import Recorder, record
from agentfs.pipeline.recover import Recovered, recover
from agentfs.pipeline.replay import replay
from agentfs.pipeline.resolve import resolve
from agentfs.trunk import trees
from agentfs.trunk.branch import TrunkBranch
from agentfs.trunk.layout import StateDir
from agentfs.trunk.objects import ObjectStore
from agentfs.wire.messages import Save, SavedPath

R = TypeVar("R")

ANN, BEN = AgentName("ann"), AgentName("ben")
TRUNK = "refs/heads/trunk"
SECOND = 1_000_000_000
_AS_SHOWN = Version("", Mode.FILE)  # type: ignore[arg-type]
_SETTINGS = (
    "-c",
    "user.name=user",
    "-c",
    "user.email=user@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "init.defaultBranch=main",
    "-c",
    "core.hooksPath=/dev/null",
)


class World:
    """Open from `make` or `reopen` until `close`."""

    def __init__(self, repo: Path, merges: MergeRunner | None = None) -> None:
        self.repo = repo
        self.git_dir = repo / ".git"
        self._now = 1_700_000_000 * SECOND
        self.log = EventLog.open(StateDir.of(self.git_dir).log, clock=self.clock)
        with self.log.snapshot() as tables:
            last = tables.last_seq()
            self._now = max(self._now, tables.event(last).time_ns)
        self.store = ObjectStore(self.git_dir)
        self.branch = TrunkBranch(self.git_dir, TRUNK)
        self.woken: set[AgentName] = set()
        self.checked_out: Path | None = None
        self.requests = int(last)
        self.locks = Locks()
        self.recorder = Recorder(self.log, ring=lambda: None)
        self.publisher = Publisher(
            log=self.log,
            store=self.store,
            branch=self.branch,
            recorder=self.recorder,
            merges=merges or MergesHere(),
            checked_out=lambda: self.checked_out,
            clock=self.clock,
            wake=self.woken.add,
        )

    @classmethod
    def make(cls, repo: Path, files: Mapping[str, str | bytes], **how: MergeRunner) -> World:
        """A repository with one commit that has `files`, made ready."""
        repo.mkdir()
        git(repo, "init", "-q")
        for name, text in files.items():
            place = repo / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_bytes(text))
        git(repo, "add", "-A")
        git(repo, "commit", "-q", "--allow-empty", "-m", "start")
        initialize(repo)
        return cls(repo, **how)

    def reopen(self) -> World:
        """As after a crash: everything that was in memory is gone."""
        self.close()
        return World(self.repo)

    def close(self) -> None:
        self.log.close()

    def clock(self) -> int:
        self._now += SECOND
        return self._now

    # --- what agents do

    def save(
        self,
        agent: AgentName,
        path: str,
        text: str | bytes,
        *,
        base: Version | None = _AS_SHOWN,
        mode: Mode = Mode.FILE,
    ) -> Version:
        """Written from `base`: by default what the view shows."""
        content = _bytes(text)
        version = Version(ObjectStore.blob_id(content), mode)
        before = self.shown(agent, path) if base is _AS_SHOWN else base
        kind = SaveKind.CREATE if before is None else SaveKind.WRITE
        self._record(
            agent,
            SavedPath(
                kind=kind,
                path=_path(path),
                base=before,
                version=version,
                content=compress(content),
            ),
        )
        return version

    def delete(self, agent: AgentName, path: str) -> None:
        self._record(agent, self._deletion(agent, path))

    def rename(self, agent: AgentName, old: str, new: str) -> None:
        """As the views do: over a file it is a save of that file, else a rename."""
        shown, there = self.shown(agent, old), self.shown(agent, new)
        base, origin = self._source(agent, old)
        kind = SaveKind.RENAME
        if there is not None:
            kind, base, origin = SaveKind.WRITE, there, None
        arrival = SavedPath(kind=kind, path=_path(new), base=base, version=shown, origin=origin)
        self._record(agent, self._deletion(agent, old), arrival)

    def _source(self, agent: AgentName, old: str) -> tuple[Version | None, RepoPath | None]:
        row = self.row(agent, old)
        if row is not None and row.segments[0].origin is not None:
            return row.segments[0].base, row.segments[0].origin
        if self.trunk(old) is None or (row is not None and row.segments[0].base is None):
            return None, None
        return (row.segments[0].base if row is not None else self.trunk(old)), _path(old)

    def _deletion(self, agent: AgentName, path: str) -> SavedPath:
        shown = self.shown(agent, path)
        return SavedPath(kind=SaveKind.DELETE, path=_path(path), base=shown, version=None)

    def _record(self, agent: AgentName, *paths: SavedPath) -> None:
        self.requests += 1
        save = Save(
            agent=agent, session=SessionId("s"), request=self.requests, paths=paths, writing=False
        )
        self.transact(lambda appender: record(appender, save, self.locks))

    # --- what the coordinator does

    def transact(self, item: Callable[[Appender], R]) -> R:
        (result,) = self.log.transact([item])
        if isinstance(result, AgentfsError):
            raise result
        return result

    def publish(self, *agents: AgentName) -> bool:
        """Each once, in order; gives whether nothing is left that is not held."""
        done = [trio.run(self.serving, self.publisher.publish, agent) for agent in agents]
        return all(done)

    def align(self) -> None:
        trio.run(self.serving, self.publisher.align)

    async def serving(self, work: Callable[..., object], *args: object) -> bool:
        async with trio.open_nursery() as nursery:
            await nursery.start(self.recorder.serve)
            result = await work(*args)  # type: ignore[misc]
            nursery.cancel_scope.cancel()
        return bool(result)

    def settle(self) -> None:
        """Publish for whoever has something to publish, or is woken, until nobody has."""
        for _ in range(50):
            with self.log.snapshot() as tables:
                agents = {row.agent for row in tables.pending_all() if row.held is None}
            agents |= self.woken
            self.woken.clear()
            if not agents:
                return
            self.publish(*sorted(agents))
        raise AssertionError("the agents wake each other for ever")

    def resolve(self, number: ConflictId, take: str) -> Resolved:
        return self.transact(lambda appender: resolve(appender, self.store, number, take))

    def recover(self) -> Recovered:
        return recover(
            self.log, self.git_dir, self.branch, checked_out=self.checked_out, clock=self.clock
        )

    # --- what there is to see

    @property
    def head(self) -> CommitId:
        with self.log.snapshot() as tables:
            head = tables.head()
        assert head is not None
        return head.commit

    def trunk(self, path: str) -> Version | None:
        with self.log.snapshot() as tables:
            head = tables.head()
        assert head is not None
        return trees.lookup(self.store, head.tree, _path(path))

    def files(self) -> dict[str, str]:
        """The trunk as git has it."""
        names = git(self.repo, "ls-tree", "-r", "-z", "--name-only", TRUNK).split("\0")[:-1]
        return {name: git(self.repo, "show", f"{TRUNK}:{name}") for name in names}

    def row(self, agent: AgentName, path: str) -> PendingRow | None:
        with self.log.snapshot() as tables:
            return tables.pending(agent, _path(path))

    def rows(self) -> list[PendingRow]:
        with self.log.snapshot() as tables:
            return list(tables.pending_all())

    def shown(self, agent: AgentName, path: str) -> Version | None:
        row = self.row(agent, path)
        return self.trunk(path) if row is None else row.shown

    def view(self, agent: AgentName, path: str) -> str | None:
        version = self.shown(agent, path)
        return None if version is None else self.text(version)

    def text(self, version: Version) -> str:
        with self.log.snapshot() as tables:
            content = tables.content(version.blob)
        return (self.store.read_blob(version.blob) if content is None else content).decode()

    def conflicts(self) -> list[Conflict]:
        with self.log.snapshot() as tables:
            return list(tables.conflicts())

    def events(self) -> list[Event]:
        with self.log.snapshot() as tables:
            return list(tables.events(Seq(0)))

    def assert_sound(self) -> None:
        """What must hold whenever nothing is being done."""
        assert self.log.check(self.store.has) == []
        assert self.branch.read() == self.head
        assert git(self.repo, "fsck", "--strict", "--no-dangling") == ""
        target = self.repo.parent / "replayed"
        if not target.exists():
            git(self.repo.parent, "init", "-q", "--bare", str(target))
        with self.log.snapshot() as tables:
            *_, (_, commit) = replay(tables, self.store, ObjectStore(target))
        assert commit == self.head


def git(where: Path, *args: str) -> str:
    """Its output; what it says on stderr comes first, so that a warning is seen."""
    done = subprocess.run(["git", *_SETTINGS, *args], cwd=where, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return (done.stderr + done.stdout).decode("utf-8", "surrogateescape")


def _path(path: str) -> RepoPath:
    return RepoPath(path.encode("utf-8", "surrogateescape"))


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
