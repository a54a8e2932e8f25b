"""The blocking client against a scripted coordinator, over a real socket."""

from __future__ import annotations

import socket
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from agentfs.wire import address, framing
from agentfs.wire.client import Client
from agentfs.wire.errors import RemoteError
from agentfs.wire.messages import Done, Failure, Ping, Reply, Request

Script = Callable[[socket.socket], None]


def receive(connection: socket.socket) -> Request:
    deframer = framing.Deframer()
    while (payload := deframer.take()) is None:
        data = connection.recv(4096)
        assert data, "the client hung up"
        deframer.feed(data)
    return framing.decode_request(payload)


class Coordinator:
    """Plays `script` to the first that connects."""

    def __init__(self, path: Path, script: Script) -> None:
        self._listener = address.listen(path)
        self._thread = threading.Thread(target=self._play, args=(script,))
        self._thread.start()

    def _play(self, script: Script) -> None:
        connection, _ = self._listener.accept()
        with connection:
            script(connection)

    def join(self) -> None:
        self._thread.join()
        self._listener.close()


def test_an_answer_comes_back(tmp_path: Path) -> None:
    def script(connection: socket.socket) -> None:
        request = receive(connection)
        # The answer of a call that someone gave up before comes first.
        stale, wanted = Reply(request.id + 100, Done()), Reply(request.id, Done())
        connection.sendall(framing.encode(stale) + framing.encode(wanted))

    coordinator = Coordinator(tmp_path / "socket", script)
    with Client.at(tmp_path / "socket") as client:
        assert client.call(Ping()) == Done()
    coordinator.join()


def test_a_failure_is_raised(tmp_path: Path) -> None:
    def script(connection: socket.socket) -> None:
        failure = Failure(code="mount-busy", message="in use", hint="close it")
        connection.sendall(framing.encode(Reply(receive(connection).id, failure)))

    coordinator = Coordinator(tmp_path / "socket", script)
    with Client.at(tmp_path / "socket") as client, pytest.raises(RemoteError) as caught:
        client.call(Ping())
    assert caught.value.code == "mount-busy"
    assert str(caught.value) == "in use (close it)"
    coordinator.join()


def test_a_coordinator_that_dies_is_a_lost_connection(tmp_path: Path) -> None:
    coordinator = Coordinator(tmp_path / "socket", lambda connection: None)
    with Client.at(tmp_path / "socket") as client, pytest.raises(framing.ConnectionLost):
        client.call(Ping())
    coordinator.join()


def test_no_socket_and_a_dead_socket_are_no_coordinator(tmp_path: Path) -> None:
    with pytest.raises(address.NoCoordinator):
        Client.at(tmp_path / "socket")
    address.listen(tmp_path / "socket").close()
    assert (tmp_path / "socket").is_socket()
    with pytest.raises(address.NoCoordinator):
        Client.at(tmp_path / "socket")


def test_listening_replaces_a_dead_socket_and_keeps_others_out(tmp_path: Path) -> None:
    address.listen(tmp_path / "socket").close()
    with address.listen(tmp_path / "socket"):
        address.connect(tmp_path / "socket").close()
        assert stat.S_IMODE((tmp_path / "socket").stat().st_mode) == 0o600
        assert [entry.name for entry in tmp_path.iterdir()] == ["socket"]


def test_a_repository_may_lie_deeper_than_socket_names_reach(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a-folder-with-a-long-name"] * 8)
    deep.mkdir(parents=True)
    with address.listen(deep / "socket"):
        address.connect(deep / "socket").close()
