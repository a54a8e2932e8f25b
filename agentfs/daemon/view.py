"""A view process: one agent's mount, wired together and served.

Forked by the zygote with everything imported; opens log, git and the mount afresh.
"""

from __future__ import annotations

import logging
import os
import random
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import trio

from agentfs.backing.private import PrivateFiles
from agentfs.backing.readings import ReadingsFile
from agentfs.backing.working import WorkingFiles
from agentfs.control.folder import ControlFolder
from agentfs.control.pages import Pages
from agentfs.daemon.start import connector
from agentfs.daemon.viewconfig import ViewConfig
from agentfs.eventlog.log import EventLog
from agentfs.eventlog.tables import Tables
from agentfs.fuse import mount
from agentfs.fuse.context import Context
from agentfs.fuse.door import CoordinatorDoor
from agentfs.fuse.gitlink import GitLink
from agentfs.fuse.handlers import ViewOperations
from agentfs.fuse.invalidation import Invalidator
from agentfs.fuse.leftovers import take_up
from agentfs.model import paths
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Saved
from agentfs.model.ids import ROOT, RepoPath, TreeId
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.early import EarlyLook
from agentfs.pipeline.fanout import DoorbellListener
from agentfs.pipeline.renewing import Renewing
from agentfs.query.contents import Contents
from agentfs.trunk.commits import read_commit
from agentfs.trunk.objects import ObjectStore
from agentfs.trunk.worktree import Worktree
from agentfs.views.ignore import IgnoreRules
from agentfs.views.inodes import Inodes
from agentfs.views.namespace import Namespace
from agentfs.views.overlay import Overlay
from agentfs.views.state import ViewState
from agentfs.wire.channel import Channel
from agentfs.wire.messages import Hello

log = logging.getLogger(__name__)
_ROOT_INO = 1
_NS = 1_000_000_000


class View:
    """The object graph of one view process."""

    def __init__(self, config: ViewConfig, events: EventLog) -> None:
        self._config = config
        self._state_dir = config.state
        self._events = events
        self._git = ObjectStore(Path(config.git_dir))
        self._contents = Contents(events, self._git)
        self._invalidator = Invalidator()
        self._channel = Channel(connector(self._state_dir), _hello(config))
        with events.snapshot() as tables:
            self._state = self._new_state(tables)
        self._door = CoordinatorDoor(
            config.agent,
            config.session,
            self._channel.call,
            self._contents.read,
            self._follow,
            lambda: bool(self._state.namespace.overlay.paths()),
            EarlyLook(config.agent, events.snapshot, time.time_ns),
        )
        self.context = self._new_context()
        self._renewing = Renewing(
            config.agent, self._channel.call, self.context.open_paths, time.time_ns
        )
        pages = Pages(config.agent, events.snapshot)
        self.control = ControlFolder(config.agent, pages, self._channel.call, self._contents.read)
        git_dir, mount_path = Path(config.git_dir), Path(config.mount_path)
        self.git_link = GitLink(
            self.context, Worktree(self._git, git_dir, config.agent, mount_path)
        )

    async def serve(self, mounted: Callable[[], Awaitable[None]] = mount.serve) -> None:
        """Until the view is unmounted or told to end; `mounted` lasts as long as the mount."""
        with DoorbellListener(self._state_dir.doorbell) as doorbell:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(self._invalidator.run)
                nursery.start_soon(self._door.tell)
                nursery.start_soon(self._renewing.serve)
                nursery.start_soon(self._keep_up, doorbell)
                nursery.start_soon(self._channel.run)
                await mounted()
                nursery.cancel_scope.cancel()

    def last_saved(self, path: RepoPath) -> Version | None:
        """The version that this view saved last at `path`, published or not."""
        with self._events.snapshot() as tables:
            events = tables.events_newest_first(agent=self._config.agent, path=path)
            saves = (event.version for event in events if isinstance(event, Saved))
            return next(saves, None)

    def _new_state(self, tables: Tables) -> ViewState:
        began = tables.initialized()
        head = tables.head()
        assert began is not None
        assert head is not None
        self._began_ns = read_commit(self._git, began.commit).seconds * _NS
        commit = self._config.pin or head.commit
        tree = TreeId(read_commit(self._git, commit).tree)
        private = PrivateFiles(self._config.view_dir.private)
        namespace = Namespace(self._git.read_tree, tree, Overlay(), private)
        state = ViewState(
            self._config.agent,
            self._config.mode,
            namespace,
            commit,
            Inodes(_ROOT_INO, time.time_ns(), first=random.getrandbits(30)),
            self._trunk_mtime,
            time.time_ns,
        )
        state.load(tables)
        return state

    def _new_context(self) -> Context:
        namespace = self._state.namespace
        exclude = Path(self._config.git_dir) / "info" / "exclude"
        return Context(
            mount=self._config.mount_path.encode("utf-8", "surrogateescape"),
            state=self._state,
            private=PrivateFiles(self._config.view_dir.private),
            working=WorkingFiles(self._config.view_dir.work),
            contents=self._contents,
            ignore=IgnoreRules(
                IgnoreFiles(namespace, self._contents, self._config.view_dir.private).read,
                exclude.read_bytes() if exclude.is_file() else b"",
            ),
            door=self._door,
            tell=self._invalidator.tell,
        )

    async def _keep_up(self, doorbell: DoorbellListener) -> None:
        while True:
            self._follow()
            await doorbell.wait()

    def _follow(self) -> None:
        with self._events.snapshot() as tables:
            touched, stale = self._state.follow(tables)
            self._renewing.look(tables)
        for path in touched:
            if paths.name(path) == b".gitignore":
                self.context.ignore.forget(paths.parent(path))
        self._invalidator.tell(stale)

    def _trunk_mtime(self, path: RepoPath) -> int:
        if path == ROOT:
            return self._began_ns
        with self._events.snapshot() as tables:
            row = tables.path_row(path)
        return row.mtime_ns if row is not None else self._began_ns


class IgnoreFiles:
    """The `.gitignore` files that a view shows, tracked or private."""

    def __init__(self, namespace: Namespace, contents: Contents, private: Path) -> None:
        self._namespace = namespace
        self._contents = contents
        self._private = private

    def read(self, folder: RepoPath) -> bytes | None:
        path = paths.join(folder, b".gitignore")
        tracked = self._namespace.tracked(path)
        if tracked is not None:
            if tracked.version.mode is Mode.SYMLINK:
                return None
            return self._contents.read(tracked.version)
        native = self._private / path.decode("utf-8", "surrogateescape")
        return native.read_bytes() if native.is_file() else None


def _hello(config: ViewConfig) -> Hello:
    return Hello(agent=config.agent, session=config.session, pid=os.getpid())


def main(config: ViewConfig) -> None:
    """Mount and serve until unmounted.  Raises MountFailed, and what opening the log does."""
    with EventLog.open_reader(config.state.log, trusted=True) as events:
        view = View(config, events)
        take_up(view.context, ReadingsFile(config.view_dir.root / "readings"), view.last_saved)
        operations = ViewOperations(view.context, view.git_link, view.control)
        mount.mount(operations, config.mount_path, Path(config.git_dir))
        try:
            trio.run(view.serve)
            view.git_link.remove()
        except* AgentfsError as errors:
            log.error("the view ends: %s", "; ".join(map(str, errors.exceptions)))
        finally:
            mount.close()
