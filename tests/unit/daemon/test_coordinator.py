"""The coordinator as clients meet it: started once, found again, replaced when it dies.

Real processes and a real repository; no view is mounted.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

import agentfs
from agentfs.daemon import pidfile
from agentfs.daemon.coordinator import PATIENCE
from agentfs.model.ids import AgentName
from agentfs.pipeline.faults import VARIABLE
from agentfs.pipeline.initialize import initialize
from agentfs.trunk.layout import StateDir
from agentfs.wire import address
from agentfs.wire.client import Client
from agentfs.wire.errors import RemoteError
from agentfs.wire.framing import ConnectionLost
from agentfs.wire.messages import Done, Ping, Pong, Settle, Stop, Unmount
from agentfs.wire.start import MODULE, NotInitialized, ensure_coordinator

ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(Path(agentfs.__file__).parent.parent)}
GIT: Final = ("git", "-c", "user.name=n", "-c", "user.email=e@example.org")


@pytest.fixture
def state(tmp_path: Path) -> Iterator[StateDir]:
    subprocess.run([*GIT, "init", "-q", tmp_path], check=True)
    subprocess.run([*GIT, "commit", "-q", "--allow-empty", "-m", "first"], cwd=tmp_path, check=True)
    initialize(tmp_path)
    state = StateDir.of(tmp_path / ".git")
    yield state
    stop(state)


def connect(state: StateDir, **extra: str) -> socket.socket:
    return ensure_coordinator(state.git_dir, state.run, environment={**ENVIRONMENT, **extra})


def ping(state: StateDir, **extra: str) -> Pong:
    with Client(connect(state, **extra)) as client:
        pong = client.call(Ping())
    assert isinstance(pong, Pong)
    return pong


def stop(state: StateDir) -> None:
    try:
        client = Client.at(state.socket)
    except address.NoCoordinator:
        return
    with client:
        client.call(Stop())


def wait_for_end(pid: int) -> None:
    """Of a process that is not our child."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    poll = select.poll()
    poll.register(pidfd, select.POLLIN)
    assert poll.poll(20_000), "it does not end"
    os.close(pidfd)


def test_many_that_start_it_at_once_find_one(state: StateDir) -> None:
    with ThreadPoolExecutor(30) as pool:
        pids = {pong.pid for pong in pool.map(lambda _: ping(state), range(30))}
    assert pids == {int(state.pid.read_text())}


def test_who_started_it_may_die_meanwhile(state: StateDir) -> None:
    reader, writer = os.pipe()
    command = [sys.executable, "-m", MODULE, "--ready-fd", str(writer), str(state.git_dir)]
    with subprocess.Popen(command, env=ENVIRONMENT, pass_fds=(writer,)):
        os.close(writer)
        os.close(reader)
    # The lock of who started it is gone too, so this may start a second one.
    begun = time.monotonic()
    assert ping(state).pid == pidfile.holder(state.pid)
    assert time.monotonic() - begun < PATIENCE / 2


def test_its_files_are_the_users_alone(state: StateDir) -> None:
    ping(state)
    assert stat.S_IMODE(state.socket.stat().st_mode) == 0o600
    assert stat.S_IMODE(state.root.stat().st_mode) == 0o700


def test_one_that_was_killed_is_replaced_though_its_socket_is_there(state: StateDir) -> None:
    first = ping(state).pid
    os.kill(first, signal.SIGKILL)
    wait_for_end(first)
    assert state.socket.exists()
    second = ping(state).pid
    assert second != first


def test_one_that_was_stopped_is_gone_when_it_has_answered_and_leaves_no_socket(
    state: StateDir,
) -> None:
    pid = ping(state).pid
    with Client.at(state.socket) as client:
        assert client.call(Stop()) == Done()
        assert not state.socket.exists()
    wait_for_end(pid)
    assert ping(state).pid != pid


def test_a_successor_waits_for_one_that_is_ending(state: StateDir) -> None:
    for _ in range(3):
        pid = ping(state).pid
        os.kill(pid, signal.SIGTERM)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: ping_somehow(state), range(4)))


def ping_somehow(state: StateDir) -> None:
    """One that is ending may take the connection and not the request."""
    for _ in range(100):
        try:
            ping(state)
            return
        except (ConnectionLost, address.NoCoordinator):
            continue
    raise AssertionError("no coordinator comes up")


def test_it_ends_on_sigterm(state: StateDir) -> None:
    pid = ping(state).pid
    os.kill(pid, signal.SIGTERM)
    wait_for_end(pid)
    assert not state.socket.exists()


def test_it_is_nobodys_child_and_keeps_no_folder_busy(state: StateDir) -> None:
    pid = ping(state).pid
    assert os.readlink(f"/proc/{pid}/cwd") == "/"
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def test_it_does_not_listen_to_the_git_that_started_it(state: StateDir) -> None:
    pong = ping(state, GIT_DIR="/nowhere", GIT_INDEX_FILE="/nowhere/index")
    environment = Path(f"/proc/{pong.pid}/environ").read_bytes()
    assert b"GIT_" not in environment


def test_a_repository_that_is_not_ready_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotInitialized):
        ensure_coordinator(tmp_path, tmp_path / "agentfs" / "run")


def test_what_keeps_it_from_starting_is_told(state: StateDir) -> None:
    (state.log / "data.mdb").write_bytes(b"not a log" * 2000)
    with pytest.raises(RemoteError) as caught:
        connect(state)
    assert caught.value.code == "log-damaged"
    assert "cannot run" in (state.run / "coordinator.log").read_text()


def test_in_the_foreground_it_says_what_is_wrong_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "agentfs.daemon.coordinator", str(tmp_path)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("agentfs: ")
    assert done.stderr.count("\n") == 1


def test_requests_about_views_that_are_not_there(state: StateDir) -> None:
    agent = AgentName("nobody")
    with Client(connect(state)) as client:
        assert client.call(Settle(agent=agent)) == Done()
        with pytest.raises(RemoteError) as caught:
            client.call(Unmount(agent=agent, force=True))
    assert caught.value.code == "not-mounted"


def test_a_fault_point_kills_it_and_the_next_one_lives(state: StateDir) -> None:
    connection = connect(state, **{VARIABLE: "server.before-reply"})
    with Client(connection) as client, pytest.raises(ConnectionLost):
        client.call(Ping())
    ping_somehow(state)
