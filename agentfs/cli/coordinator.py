"""Talking to the repository's coordinator, which is started if none runs."""

from __future__ import annotations

from typing import Final, TypeVar

from agentfs.model.errors import AgentfsError
from agentfs.query.place import Place
from agentfs.wire import address
from agentfs.wire.address import NoCoordinator
from agentfs.wire.client import Client
from agentfs.wire.framing import ConnectionLost
from agentfs.wire.messages import Answer, Body, Ping, Pong
from agentfs.wire.start import ensure_coordinator

PING_SECONDS: Final = 2.0
_ATTEMPTS: Final = 3

A = TypeVar("A", bound=Answer)


class CoordinatorSilent(AgentfsError):
    """The coordinator's: it took the connection and does not answer."""

    code = "coordinator-silent"


def ping(place: Place, seconds: float = PING_SECONDS) -> Pong | None:
    """The coordinator's answer, None if none runs.  Raises CoordinatorSilent."""
    try:
        connection = address.connect(place.state.socket)
        connection.settimeout(seconds)
        with Client(connection) as client:
            return expect(Pong, client.call(Ping()))
    except (NoCoordinator, ConnectionLost):
        return None
    except TimeoutError as error:
        raise CoordinatorSilent(
            "the coordinator does not answer", hint=f"its process id is in {place.state.pid}"
        ) from error


def connect(place: Place) -> Client:
    """A client, its coordinator started if need be.

    Raises NotInitialized, CoordinatorFailed, and RemoteError for what kept it from starting.
    """
    return Client(ensure_coordinator(place.git_dir, place.state.run))


def ask(place: Place, body: Body) -> Answer:
    """One request, however long it takes.  Raises as `connect`; RemoteError, ConnectionLost."""
    with connect(place) as client:
        return client.call(body)


def ask_again(place: Place, body: Body) -> Answer:
    """As `ask`, of a request that may be made twice: a coordinator that dies meanwhile is
    started again and asked once more."""
    for _ in range(_ATTEMPTS - 1):
        try:
            return ask(place, body)
        except (ConnectionLost, NoCoordinator):
            continue
    return ask(place, body)


def expect(kind: type[A], answer: Answer) -> A:
    """An answer of the kind that the request calls for."""
    assert isinstance(answer, kind), answer
    return answer
