"""A keeper with a stand-in for the fork server: real processes, that do nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import trio
from trio.testing import wait_all_tasks_blocked

from agentfs.daemon import keeper as keeper_module
from agentfs.daemon.forkserver import CannotFork, ForkServer
from agentfs.daemon.keeper import DEATHS, MountFailed, NotMounted, ViewKeeper
from agentfs.daemon.mountpoint import MountPoint
from agentfs.daemon.process import Process
from agentfs.daemon.viewconfig import ViewConfig, pid_file
from agentfs.model.events import ViewMode
from agentfs.model.ids import AgentName
from agentfs.trunk.layout import StateDir

A = AgentName("a")
IDLE = "import sys; print(flush=True); sys.stdin.read()"
HOLD = """
import sys
from pathlib import Path
from agentfs.daemon.pidfile import PidFile
held = PidFile(Path(sys.argv[1]))
print(flush=True)
sys.stdin.read()
"""


class Forks(ForkServer):
    """Starts processes of which the test decides when they die."""

    def __init__(self) -> None:
        super().__init__([])
        self.error: CannotFork | None = None
        self.last_words = ""
        self._configs, self.configs = trio.open_memory_channel[ViewConfig](100)
        self._processes: list[subprocess.Popen[bytes]] = []

    async def fork(self, config: ViewConfig) -> Process:
        if self.error is not None:
            raise self.error
        with config.view_dir.log_file.open("a") as log:
            log.write(self.last_words)
        process = self.run(IDLE)
        found = Process.of(process.pid)
        assert found is not None
        self._configs.send_nowait(config)
        return found

    def run(self, script: str, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                f"import sys; sys.path[:0] = {sys.path!r}\n{script}",
                *arguments,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._processes.append(process)
        assert process.stdout is not None
        process.stdout.readline()
        return process

    def kill(self) -> None:
        """Kill the newest."""
        self._processes[-1].kill()

    def end_all(self) -> None:
        for process in self._processes:
            with process:
                process.kill()


@pytest.fixture
def forks() -> Iterator[Forks]:
    forks = Forks()
    yield forks
    forks.end_all()


class Scene:
    def __init__(self, root: Path, forks: Forks) -> None:
        state = StateDir.of(root)
        state.create()
        self.view = state.view(A)
        self.view.create()
        self.forks = forks
        self.point = root / "view"
        self.deaths: list[AgentName] = []
        self.keeper = ViewKeeper(
            state, forks, A, MountPoint(self.point, True), ViewMode.LIVE, None, self.deaths.append
        )

    async def next_life(self) -> ViewConfig:
        """Until the keeper had another process forked."""
        with trio.fail_after(20):
            return await self.forks.configs.receive()


@pytest.fixture
def scene(tmp_path: Path, forks: Forks) -> Scene:
    return Scene(tmp_path, forks)


async def begin(scene: Scene) -> ViewConfig:
    """Mount the view: its process says Hello."""
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.begin)
        config = await scene.next_life()
        await wait_all_tasks_blocked()
        assert scene.keeper.pid is not None
        scene.keeper.hello(scene.keeper.pid)
    return config


async def test_a_view_that_dies_is_forked_again_with_a_new_session(scene: Scene) -> None:
    first = await begin(scene)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.serve)
        scene.forks.kill()
        second = await scene.next_life()
        assert scene.deaths == [A]
        assert first.session != second.session
        assert (first.mount_path, first.agent) == (second.mount_path, second.agent)
        nursery.cancel_scope.cancel()


async def test_a_view_that_keeps_dying_is_left_alone_for_a_while_and_reported(
    scene: Scene,
) -> None:
    await begin(scene)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.serve)
        for _ in range(DEATHS - 1):
            scene.forks.kill()
            await scene.next_life()
        scene.forks.kill()
        while not scene.keeper.problem:
            await trio.lowlevel.checkpoint()
        assert "died 5 times" in scene.keeper.problem
        # Giving up does not wait for the pause to end.
        scene.keeper.give_up()
        await scene.keeper.ended.wait()


async def test_given_up_a_view_that_dies_is_not_replaced(scene: Scene) -> None:
    await begin(scene)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.serve)
        scene.keeper.give_up()
        scene.forks.kill()
        await scene.keeper.end()
    with pytest.raises(trio.WouldBlock):
        scene.forks.configs.receive_nowait()


async def test_a_view_that_does_not_end_with_its_mount_is_made_to(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper_module, "EXIT_PATIENCE", 0)
    await begin(scene)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.serve)
        await wait_all_tasks_blocked()
        scene.keeper.give_up()
        await scene.keeper.end()
        assert scene.keeper.pid is None


async def test_resuming_keeps_the_view(scene: Scene) -> None:
    await begin(scene)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.serve)
        scene.keeper.give_up()
        assert not scene.keeper.resume()
        scene.forks.kill()
        await scene.next_life()
        scene.keeper.give_up()
        scene.forks.kill()
        await scene.keeper.ended.wait()
        assert scene.keeper.resume()
        assert not scene.keeper.ended.is_set()


async def test_a_view_that_ends_before_it_serves_is_an_error_with_its_last_words(
    scene: Scene,
) -> None:
    scene.view.log_file.write_text("old news\n")
    scene.forks.last_words = "cannot mount: no such device\n\n"
    with pytest.RaisesGroup(pytest.RaisesExc(MountFailed, match="no such device")):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(scene.keeper.begin)
            await scene.next_life()
            scene.forks.kill()
    assert scene.keeper.pid is None


async def test_a_view_that_hangs_before_it_serves_is_ended(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper_module, "HELLO_PATIENCE", 0)
    with pytest.raises(MountFailed, match="it said nothing"):
        await scene.keeper.begin()
    assert scene.keeper.pid is None


async def test_another_process_is_not_the_view(scene: Scene) -> None:
    await begin(scene)
    assert scene.keeper.pid is not None
    with pytest.raises(NotMounted):
        scene.keeper.hello(scene.keeper.pid + 1)


async def test_a_live_view_is_adopted_after_the_coordinators_death(scene: Scene) -> None:
    """The keeper of a new coordinator, which has forked nothing."""
    alive = scene.forks.run(HOLD, str(pid_file(scene.view)))
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.serve)
        while scene.keeper.pid is None:
            await trio.lowlevel.checkpoint()
        assert scene.keeper.pid == alive.pid
        with pytest.raises(trio.WouldBlock):
            scene.forks.configs.receive_nowait()
        alive.send_signal(signal.SIGKILL)
        await scene.next_life()
        nursery.cancel_scope.cancel()


async def test_what_cannot_be_forked_is_a_problem_until_it_is_given_up(scene: Scene) -> None:
    scene.forks.error = CannotFork("no more processes")
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.keeper.serve)
        while not scene.keeper.problem:
            await trio.lowlevel.checkpoint()
        assert "no more processes" in scene.keeper.problem
        scene.keeper.give_up()
