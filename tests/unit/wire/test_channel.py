"""The channel over coordinators that answer late, out of order, or die."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
import trio
from trio.testing import memory_stream_pair, wait_all_tasks_blocked

from agentfs.model.ids import AgentName, SessionId
from agentfs.wire import framing
from agentfs.wire.address import NoCoordinator
from agentfs.wire.channel import Channel
from agentfs.wire.errors import RemoteError
from agentfs.wire.messages import (
    Activity,
    Answer,
    Body,
    Done,
    Failure,
    Hello,
    Reply,
    Request,
    Settle,
)

HELLO = Hello(agent=AgentName("a"), session=SessionId("s"), pid=1)
FAILURE = Failure(code="no-such-view", message="gone", hint="")


def ask(name: str) -> Settle:
    return Settle(agent=AgentName(name))


class Peer:
    """The coordinator's end of one connection, played by the test."""

    def __init__(self, stream: trio.abc.Stream) -> None:
        self.stream = stream
        self._deframer = framing.Deframer()

    async def receive(self) -> Request:
        while (payload := self._deframer.take()) is None:
            data = await self.stream.receive_some()
            assert data, "the channel hung up"
            self._deframer.feed(data)
        return framing.decode_request(payload)

    async def receive_bodies(self, count: int) -> list[Body]:
        return [(await self.receive()).body for _ in range(count)]

    async def answer(self, request: Request, answer: Answer | None = None) -> None:
        reply = Reply(request.id, answer or Done())  # type: ignore[arg-type]
        await self.stream.send_all(framing.encode(reply))

    async def greet(self) -> None:
        request = await self.receive()
        assert request.body == HELLO
        await self.answer(request)

    async def die(self) -> None:
        await self.stream.aclose()


class Network:
    """Gives the channel connections, and the test their other ends."""

    def __init__(self) -> None:
        self._send, self._receive = trio.open_memory_channel[Peer](100)
        self.failures: list[Exception] = []

    async def connect(self) -> trio.abc.Stream:
        if self.failures:
            raise self.failures.pop(0)
        ours, theirs = memory_stream_pair()
        self._send.send_nowait(Peer(theirs))
        return ours

    async def peer(self) -> Peer:
        return await self._receive.receive()


class Results:
    """What calls that run in the background came to, by their body."""

    def __init__(self, channel: Channel, nursery: trio.Nursery) -> None:
        self.channel = channel
        self._nursery = nursery
        self.got: dict[Body, Answer | RemoteError] = {}

    async def start(self, body: Body) -> None:
        self._nursery.start_soon(self._call, body)
        await wait_all_tasks_blocked()

    async def _call(self, body: Body) -> None:
        try:
            self.got[body] = await self.channel.call(body)
        except RemoteError as error:
            self.got[body] = error


Test = Callable[[Network, Results], Awaitable[None]]


async def play(test: Test) -> None:
    network = Network()
    channel = Channel(network.connect, HELLO)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(channel.run)
        await test(network, Results(channel, nursery))
        nursery.cancel_scope.cancel()


async def test_answers_find_their_calls_in_any_order() -> None:
    async def test(network: Network, results: Results) -> None:
        peer = await network.peer()
        await peer.greet()
        await results.start(ask("x"))
        await results.start(ask("y"))
        first, second = await peer.receive(), await peer.receive()
        assert (first.body, second.body) == (ask("x"), ask("y"))
        await peer.answer(second)
        await wait_all_tasks_blocked()
        assert results.got == {ask("y"): Done()}
        await peer.answer(first, FAILURE)
        await wait_all_tasks_blocked()
        error = results.got[ask("x")]
        assert isinstance(error, RemoteError)
        assert error.code == FAILURE.code

    await play(test)


async def test_unanswered_calls_go_out_again_in_order_after_the_hello() -> None:
    async def test(network: Network, results: Results) -> None:
        old = await network.peer()
        await old.greet()
        for name in "xyz":
            await results.start(ask(name))
        answered = [await old.receive() for _ in range(3)][1]
        await old.answer(answered)
        await old.die()
        new = await network.peer()
        # A call that comes while there is no connection goes last.
        await results.start(ask("w"))
        await new.greet()
        assert await new.receive_bodies(3) == [ask("x"), ask("z"), ask("w")]

    await play(test)


async def test_a_coordinator_that_dies_before_it_greets_is_tried_again() -> None:
    async def test(network: Network, results: Results) -> None:
        await results.start(ask("x"))
        await (await network.peer()).die()
        peer = await network.peer()
        await peer.greet()
        request = await peer.receive()
        assert request.body == ask("x")
        await peer.answer(request)
        await wait_all_tasks_blocked()
        assert results.got == {ask("x"): Done()}

    await play(test)


async def test_a_large_call_cut_in_half_is_sent_whole_again() -> None:
    large = Activity(agent=AgentName("a"), session=SessionId("s" * 1_000_000), writing=True)

    async def test(network: Network, results: Results) -> None:
        old = await network.peer()
        await old.greet()
        await results.start(large)
        await old.stream.receive_some(100)
        await old.die()
        new = await network.peer()
        await new.greet()
        assert (await new.receive()).body == large

    await play(test)


async def test_connecting_is_tried_until_it_works(autojump_clock: trio.testing.MockClock) -> None:
    async def test(network: Network, results: Results) -> None:
        await (await network.peer()).greet()

    network = Network()
    network.failures = [NoCoordinator("none"), FileNotFoundError(), NoCoordinator("none")] * 5
    async with trio.open_nursery() as nursery:
        await nursery.start(_greeted_run, Channel(network.connect, HELLO), network)
        nursery.cancel_scope.cancel()
    assert not network.failures


async def _greeted_run(
    channel: Channel, network: Network, task_status: trio.TaskStatus[None]
) -> None:
    async with trio.open_nursery() as nursery:

        async def greet() -> None:
            await (await network.peer()).greet()

        nursery.start_soon(greet)
        await nursery.start(channel.run)
        task_status.started()
        await trio.sleep_forever()


async def test_a_refused_hello_fails_the_channel_and_every_call() -> None:
    network = Network()
    channel = Channel(network.connect, HELLO)
    async with trio.open_nursery() as nursery:
        results = Results(channel, nursery)
        await results.start(ask("x"))

        async def refuse() -> None:
            peer = await network.peer()
            await peer.answer(await peer.receive(), FAILURE)

        nursery.start_soon(refuse)
        with pytest.raises(RemoteError):
            await channel.run()
    assert isinstance(results.got[ask("x")], RemoteError)
    with pytest.raises(RemoteError):
        await channel.call(ask("y"))


async def test_a_cancelled_call_is_not_sent_again() -> None:
    async def test(network: Network, results: Results) -> None:
        old = await network.peer()
        await old.greet()
        with trio.move_on_after(0):
            await results.channel.call(ask("x"))
        await results.start(ask("y"))
        await old.receive()
        await old.die()
        new = await network.peer()
        await new.greet()
        assert (await new.receive()).body == ask("y")

    await play(test)
