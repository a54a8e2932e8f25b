"""A repository with a log that tells a story, a way to run commands, a scripted coordinator."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from agentfs.cli import main
from agentfs.eventlog.log import EventLog
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Event
from agentfs.pipeline.initialize import initialize
from agentfs.query.place import Place, locate
from agentfs.wire import address, framing
from agentfs.wire.errors import to_failure
from agentfs.wire.messages import Answer, Body, Failure, Reply

SECOND = 1_000_000_000


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AGENTFS_REPO", "AGENTFS_AGENT", "AGENTFS_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A git repository with one commit, which is where the user stands."""
    folder = tmp_path / "project"
    git("init", "-q", "-b", "main", str(folder))
    (folder / "a.py").write_text("a = 1\n")
    git("-C", str(folder), "add", ".")
    git("-C", str(folder), "-c", "user.name=U", "-c", "user.email=u@x", "commit", "-q", "-m", "one")
    os.chdir(folder)
    return folder


@pytest.fixture
def place(repo: Path) -> Place:
    """`repo`, made ready."""
    initialize(repo)
    return locate(repo)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs a command line in this process.  Afterwards the current folder is as before."""
    before = Path.cwd()

    def run_it(*arguments: str) -> Result:
        capfd.readouterr()
        status = main.run(arguments)
        return Result(status, *capfd.readouterr())

    yield run_it
    os.chdir(before)


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def record(place: Place, *events: Event) -> list[Event]:
    """Append events, each a second after the one before."""
    clock = iter(range(100 * SECOND, 10_000 * SECOND, SECOND))
    with EventLog.open(place.state.log, clock=lambda: next(clock)) as log:
        appended = log.transact([lambda appender, e=event: appender.append(e) for event in events])
    for outcome in appended:
        assert not isinstance(outcome, AgentfsError), outcome
    return [outcome for outcome in appended if not isinstance(outcome, AgentfsError)]


class FakeCoordinator:
    """Answers every request with what `answer` returns or, an AgentfsError, raises."""

    def __init__(self, place: Place, answer: Callable[[Body], Answer]) -> None:
        self.requests: list[Body] = []
        self._answer = answer
        self._listener = address.listen(place.state.socket)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        # Wakes accept; closing alone does not.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        deframer = framing.Deframer()
        while data := connection.recv(4096):
            deframer.feed(data)
            while (payload := deframer.take()) is not None:
                request = framing.decode_request(payload)
                self.requests.append(request.body)
                connection.sendall(framing.encode(Reply(request.id, self._reply(request.body))))

    def _reply(self, body: Body) -> Answer | Failure:
        try:
            return self._answer(body)
        except AgentfsError as error:
            return to_failure(error)


@pytest.fixture
def coordinator(place: Place) -> Iterator[Callable[[Callable[[Body], Answer]], FakeCoordinator]]:
    """Starts a FakeCoordinator that answers as it is told."""
    started: list[FakeCoordinator] = []

    def start(answer: Callable[[Body], Answer]) -> FakeCoordinator:
        started.append(FakeCoordinator(place, answer))
        return started[-1]

    yield start
    for one in started:
        one.close()
