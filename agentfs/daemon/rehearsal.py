"""What a view does at its start, done in the zygote before, so that views find it done.

A view begins as a copy of the zygote and pays for every page that it writes to.  Python
writes where it only reads, since it counts references, and it writes most at first: it
rewrites a function after some calls, looks names up by reference until then, and keeps what
it found in a cache.  After a rehearsal that is done, and in pages that all views share.
The pages that stay each view's own are then mostly those of the functions it calls, so these
functions' code is moved together first.  Decision 8 has the figures.

Not about being right: a zygote that could not rehearse forks views that are bigger by a
megabyte.  Repository, log and socket are the rehearsal's own, and gone again when it ends:
no log is open then, no trio loop runs, and no thread was started.
"""

from __future__ import annotations

import gc
import socket
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Final

import pyfuse3
import trio

from agentfs.backing.readings import ReadingsFile
from agentfs.daemon import mountpoint
from agentfs.daemon.pidfile import PidFile
from agentfs.daemon.view import View
from agentfs.daemon.viewconfig import ViewConfig, pid_file
from agentfs.eventlog.log import EventLog
from agentfs.fuse.handlers import ViewOperations
from agentfs.fuse.leftovers import take_up
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Initialized, ViewMode
from agentfs.model.ids import ROOT, AgentName, SessionId
from agentfs.model.versions import Mode
from agentfs.trunk.commits import CommitSpec, write_commit
from agentfs.trunk.objects import ObjectStore
from agentfs.trunk.treeformat import TreeEntry
from agentfs.wire import address
from agentfs.wire.framing import encode
from agentfs.wire.messages import Done, Reply

_ROUNDS: Final = 12
"""CPython 3.11 rewrites a function at its eighth call, and settles in some more."""
_PATIENCE: Final = 10.0
"""Seconds for a round, which takes some milliseconds on a machine that is not overloaded."""
_FILE: Final = b"file"
_FOLDER: Final = b"folder"
_TREE: Final = 0o040000


def rehearse() -> None:
    """In a process with one thread that has everything imported, before it forks views."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            _play(Path(folder))
    except* (AgentfsError, OSError):
        pass  # no place for it, or no space


def _play(folder: Path) -> None:
    config = _make_repository(folder)
    with address.listen(config.state.socket) as listener:
        _move_together(_codes_called(lambda: _live(config, listener)))
        # It holds the names of whatever was looked up last, and lets go of them, in pages
        # that no view needs, when a view looks up its own.
        sys._clear_type_cache()  # noqa: SLF001
        for _ in range(_ROUNDS):
            _live(config, listener)


def _make_repository(git_dir: Path) -> ViewConfig:
    """A file, a folder, a log of one event; the config of a view of it."""
    (git_dir / "objects").mkdir()
    git = ObjectStore(git_dir)
    file = TreeEntry(Mode.FILE, git.write_blob(b"content\n"))
    inner = git.write_tree({_FILE: file})
    tree = git.write_tree({_FILE: file, _FOLDER: TreeEntry(_TREE, inner)})
    commit = write_commit(git, CommitSpec(tree, (), "agentfs", "", 0, "a rehearsal"))
    config = ViewConfig(
        git_dir=str(git_dir),
        agent=AgentName("rehearsal"),
        session=SessionId("rehearsal"),
        mount_path=str(git_dir / "mount"),
        mode=ViewMode.LIVE,
        pin=None,
    )
    config.state.create()
    config.view_dir.create()
    began = Initialized(trunk_ref="refs/heads/trunk", commit=commit, tree=tree)
    with EventLog.create(config.state.log) as log:
        log.transact([lambda appender: appender.append(began)])
    return config


def _codes_called(play: Callable[[], None]) -> set[CodeType]:
    codes: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            codes.add(frame.f_code)

    sys.setprofile(note)
    try:
        play()
    finally:
        sys.setprofile(None)
    return codes


def _move_together(codes: set[CodeType]) -> None:
    """Give each function whose code is one of `codes` a copy; the copies lie side by side."""
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__ in codes:
            each.__code__ = each.__code__.replace()


def _live(config: ViewConfig, listener: socket.socket) -> None:
    """A view's life as `view.main` has it, without a mount."""
    mountpoint.clear(Path(config.mount_path))
    held = PidFile(pid_file(config.view_dir))
    with EventLog.open_reader(config.state.log, trusted=True) as events:
        view = View(config, events)
        readings = ReadingsFile(config.view_dir.root / "readings")
        take_up(view.context, readings, view.last_saved)
        trio.run(view.serve, _play_the_rest(view, listener))
        readings.close()
    held.release()


def _play_the_rest(view: View, listener: socket.socket) -> Callable[[], Awaitable[None]]:
    """Be the coordinator, which answers Hello, and then the kernel."""

    async def play() -> None:
        with trio.move_on_after(_PATIENCE):
            connection, _ = await trio.socket.from_stdlib_socket(listener).accept()
            with connection:
                await connection.recv(4096)
                await connection.send(encode(Reply(0, Done())))
                # The view's tasks take the answer, and wait for what comes.
                for _ in range(10):
                    await trio.lowlevel.checkpoint()
                await _list_root(view)

    return play


async def _list_root(view: View) -> None:
    """As the kernel does for `ls -la`; readdir itself cannot be asked by anyone else."""
    operations = ViewOperations(view.context, view.git_link, view.control)
    context = pyfuse3.RequestContext()
    root = pyfuse3.ROOT_INODE
    await operations.getattr(root, context)
    listing = await operations.opendir(root, context)
    view.context.names(ROOT)
    await operations.releasedir(listing)
    for name in (_FILE, _FOLDER, b"missing"):
        found = await operations.lookup(root, pyfuse3.FileNameT(name), context)
        if found.st_ino:
            await operations.getattr(pyfuse3.InodeT(found.st_ino), context)
