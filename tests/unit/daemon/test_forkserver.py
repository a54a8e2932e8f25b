"""The zygote and its forks, with a stand-in for the view; real processes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import trio

from agentfs.daemon import pidfile
from agentfs.daemon.forkserver import CannotFork, ForkServer
from agentfs.daemon.process import Process
from agentfs.daemon.viewconfig import ViewConfig, pid_file
from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName, SessionId
from agentfs.trunk.layout import StateDir

SCRIPT = """
import os, signal, socket, sys
from agentfs.daemon.zygote import become_view, fork_views
control = socket.socket(fileno=int(sys.argv[1]))
config = fork_views(control)
if config is not None:
    control.detach()
    held = become_view(config)
    signal.alarm(60)
    fds = sorted(int(name) for name in os.listdir("/proc/self/fd"))
    print(config.session, os.getpid() == os.getsid(0), len(fds), flush=True)
    print("to stderr", file=sys.stderr, flush=True)
    child = os.fork()
    if child == 0:
        os._exit(3)
    print("child", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    open(config.mount_path, "w").close()
    signal.pause()
"""
SILENT = "import sys; sys.exit(1)"


def command(script: str) -> list[str]:
    path = f"import sys; sys.path[:0] = {sys.path!r}\n"
    return [sys.executable, "-c", path + script]


def config_of(root: Path, agent: str) -> ViewConfig:
    config = ViewConfig(
        git_dir=str(root),
        agent=AgentName(agent),
        session=SessionId("s"),
        mount_path=str(root / f"{agent}.pipe"),
        mode=ViewMode.LIVE,
        pin=None,
    )
    config.view_dir.create()
    os.mkfifo(config.mount_path)
    return config


@pytest.fixture
def root(tmp_path: Path) -> Path:
    StateDir.of(tmp_path).create()
    return tmp_path


@pytest.fixture
def config(root: Path) -> ViewConfig:
    return config_of(root, "a")


def name_of(process: Process) -> str:
    return Path(f"/proc/{process.pid}/comm").read_text().strip()


@pytest.fixture
async def forks() -> AsyncIterator[ForkServer]:
    forks = ForkServer(command(SCRIPT))
    yield forks
    await forks.close()


async def report(config: ViewConfig) -> list[str]:
    """What the view has in its log, when it is done; it says so by opening a pipe."""
    with trio.fail_after(20):
        async with await trio.open_file(config.mount_path) as pipe:
            await pipe.read()
    return config.view_dir.log_file.read_text().splitlines()


async def end(process: Process) -> None:
    process.send(signal.SIGKILL)
    await process.wait()
    process.close()


async def test_a_fork_is_a_daemon_with_its_own_log_and_pid_file(
    forks: ForkServer, config: ViewConfig
) -> None:
    process = await forks.fork(config)
    # stdin, stdout, stderr, its pid file; and the listing of the folder itself.
    assert await report(config) == ["s True 5", "to stderr", "child 3"]
    assert pidfile.holder(pid_file(config.view_dir)) == process.pid
    assert name_of(process) == "agentfs-view"
    await end(process)
    assert pidfile.holder(pid_file(config.view_dir)) is None


async def test_a_dead_view_is_seen_at_once_and_leaves_no_zombie(
    forks: ForkServer, config: ViewConfig
) -> None:
    process = await forks.fork(config)
    pid = process.pid
    await report(config)
    await end(process)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_views_outlive_the_zygote_which_ends_with_its_coordinator(
    config: ViewConfig,
) -> None:
    forks = ForkServer(command(SCRIPT))
    process = await forks.fork(config)
    await report(config)
    # Waits for the zygote, which ends since its socket is closed.
    await forks.close()
    os.kill(process.pid, 0)
    await end(process)


async def test_a_zygote_that_was_killed_is_replaced(
    forks: ForkServer, config: ViewConfig, root: Path
) -> None:
    first = await forks.fork(config)
    await report(config)
    assert forks._zygote is not None
    forks._zygote._process.kill()
    await trio.to_thread.run_sync(forks._zygote._process.wait)
    other = config_of(root, "b")
    second = await forks.fork(other)
    await report(other)
    os.kill(first.pid, 0)
    await end(first)
    await end(second)


async def test_a_zygote_that_does_not_start_is_an_error(config: ViewConfig) -> None:
    forks = ForkServer(command(SILENT))
    with pytest.raises(CannotFork):
        await forks.fork(config)
    await forks.close()


async def test_many_forks_at_once_get_each_their_own(forks: ForkServer, root: Path) -> None:
    processes: dict[AgentName, Process] = {}
    configs = [config_of(root, f"a{n}") for n in range(20)]

    async def fork(config: ViewConfig) -> None:
        processes[config.agent] = await forks.fork(config)

    async with trio.open_nursery() as nursery:
        for config in configs:
            nursery.start_soon(fork, config)
    for config in configs:
        await report(config)
        assert pidfile.holder(pid_file(config.view_dir)) == processes[config.agent].pid
        await end(processes[config.agent])
