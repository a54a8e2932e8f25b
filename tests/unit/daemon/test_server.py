"""The server over a real socket: order, errors, strangers, stopping."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
import trio
from structlog.testing import capture_logs
from trio.testing import wait_all_tasks_blocked

from agentfs.daemon import server as server_module
from agentfs.daemon.server import Peer, Server
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName
from agentfs.wire import address, framing
from agentfs.wire.messages import Answer, Body, Done, Failure, Ping, Reply, Request, Settle

Handler = Callable[[Body, Peer], Awaitable[Answer]]


class Refused(AgentfsError):
    code = "refused"


async def done() -> Answer:
    return Done()


def ask(name: str) -> Settle:
    return Settle(agent=AgentName(name))


class Caller:
    """A client that sends and receives as the test says."""

    def __init__(self, stream: trio.SocketStream) -> None:
        self.stream = stream
        self._deframer = framing.Deframer()

    async def send(self, *requests: Request) -> None:
        await self.stream.send_all(b"".join(framing.encode(request) for request in requests))

    async def receive(self) -> Reply | None:
        """None: the server hung up."""
        while (payload := self._deframer.take()) is None:
            try:
                data = await self.stream.receive_some()
            except trio.BrokenResourceError:
                return None
            if not data:
                return None
            self._deframer.feed(data)
        return framing.decode_reply(payload)


class Scene:
    def __init__(self, path: Path, handle: Handler) -> None:
        self._path = path
        self._callers: list[Caller] = []
        self.server = Server(address.listen(path), handle)

    async def caller(self) -> Caller:
        connection = trio.socket.from_stdlib_socket(address.connect(self._path))
        self._callers.append(Caller(trio.SocketStream(connection)))
        return self._callers[-1]

    async def hang_up(self) -> None:
        for caller in self._callers:
            await caller.stream.aclose()


@asynccontextmanager
async def serving(tmp_path: Path, handle: Handler) -> AsyncIterator[Scene]:
    scene = Scene(tmp_path / "socket", handle)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.server.serve)
        yield scene
        await scene.hang_up()
        nursery.cancel_scope.cancel()


async def test_requests_begin_in_order_and_are_answered_as_they_get_done(tmp_path: Path) -> None:
    begun: list[Body] = []
    gates = {ask(name): trio.Event() for name in "xyz"}

    def handle(body: Body, peer: Peer) -> Awaitable[Answer]:
        begun.append(body)
        return wait(body)

    async def wait(body: Body) -> Answer:
        assert isinstance(body, Settle)
        await gates[body].wait()
        return Done()

    async with serving(tmp_path, handle) as scene:
        caller = await scene.caller()
        await caller.send(*(Request(n, ask(name)) for n, name in enumerate("xyz")))
        for number in (2, 0, 1):
            gates[ask("xyz"[number])].set()
            assert await caller.receive() == Reply(number, Done())
    assert begun == [ask(name) for name in "xyz"]


async def test_the_peer_is_who_the_kernel_says(tmp_path: Path) -> None:
    peers: list[Peer] = []

    def handle(body: Body, peer: Peer) -> Awaitable[Answer]:
        peers.append(peer)
        return done()

    async with serving(tmp_path, handle) as scene:
        caller = await scene.caller()
        await caller.send(Request(1, Ping()))
        await caller.receive()
    assert peers == [Peer(os.getpid(), os.geteuid())]


async def test_errors_are_answers_wherever_they_come_from(tmp_path: Path) -> None:
    def handle(body: Body, peer: Peer) -> Awaitable[Answer]:
        if body == ask("at-once"):
            raise Refused("no", hint="ask nicely")
        return fail(body)

    async def fail(body: Body) -> Answer:
        if body == ask("bug"):
            raise KeyError("secret detail")
        raise Refused("no", hint="ask nicely")

    refusal = Failure(code="refused", message="no", hint="ask nicely")
    async with serving(tmp_path, handle) as scene:
        caller = await scene.caller()
        for name in ("at-once", "later"):
            await caller.send(Request(1, ask(name)))
            assert await caller.receive() == Reply(1, refusal)
        with capture_logs() as logs:
            await caller.send(Request(2, ask("bug")))
            reply = await caller.receive()
        assert reply is not None
        assert isinstance(reply.answer, Failure)
        assert reply.answer.code == "internal"
        assert "secret" not in reply.answer.message
        assert logs[0]["event"] == "a request failed"


async def test_a_request_of_another_version_is_refused_and_the_next_one_done(
    tmp_path: Path,
) -> None:
    async with serving(tmp_path, lambda body, peer: done()) as scene:
        caller = await scene.caller()
        payload = msgspec.msgpack.encode([7, {"type": "from-the-future"}])
        await caller.stream.send_all(len(payload).to_bytes(4, "big") + payload)
        reply = await caller.receive()
        assert reply is not None
        assert reply.id == 7
        assert isinstance(reply.answer, Failure)
        assert reply.answer.code == "bad-message"
        await caller.send(Request(8, Ping()))
        assert await caller.receive() == Reply(8, Done())


async def test_a_stream_of_nonsense_is_hung_up_on_and_others_are_served(tmp_path: Path) -> None:
    async with serving(tmp_path, lambda body, peer: done()) as scene:
        for nonsense in (b"\xff" * 10, b"\x00\x00\x00\x02\xc1\xc1"):
            caller = await scene.caller()
            await caller.stream.send_all(nonsense)
            assert await caller.receive() is None
        caller = await scene.caller()
        await caller.send(Request(1, Ping()))
        assert await caller.receive() == Reply(1, Done())


async def test_what_a_client_asked_is_done_though_it_went_away(tmp_path: Path) -> None:
    gate, finished = trio.Event(), trio.Event()

    def handle(body: Body, peer: Peer) -> Awaitable[Answer]:
        return slow()

    async def slow() -> Answer:
        await gate.wait()
        finished.set()
        return Done()

    async with serving(tmp_path, handle) as scene:
        caller = await scene.caller()
        await caller.send(Request(1, Ping()))
        await caller.stream.aclose()
        await wait_all_tasks_blocked()
        gate.set()
        await finished.wait()


async def test_another_users_connection_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = Peer(1, os.geteuid() + 1)
    monkeypatch.setattr(server_module, "_peer", lambda stream: stranger)
    async with serving(tmp_path, lambda body, peer: done()) as scene:
        caller = await scene.caller()
        assert await caller.receive() is None


async def test_stopping_answers_what_had_begun_and_takes_nothing_new(tmp_path: Path) -> None:
    gate = trio.Event()

    def handle(body: Body, peer: Peer) -> Awaitable[Answer]:
        return slow()

    async def slow() -> Answer:
        await gate.wait()
        return Done()

    scene = Scene(tmp_path / "socket", handle)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(scene.server.serve)
        caller = await scene.caller()
        await caller.send(Request(1, Ping()))
        await wait_all_tasks_blocked(0.01)
        scene.server.stop()
        await caller.send(Request(2, Ping()))
        gate.set()
        assert await caller.receive() == Reply(1, Done())
        assert await caller.receive() is None
        await scene.hang_up()
