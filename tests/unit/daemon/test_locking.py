"""The desk for locks: who is answered when, whatever else happens in the same moment."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import trio
import trio.testing

from agentfs.daemon.locking import CoordinatorEnds, Locking
from agentfs.eventlog.errors import LogFull
from agentfs.eventlog.log import EventLog
from agentfs.locks.errors import NotTheHolder
from agentfs.model.ids import AgentName
from agentfs.model.scopes import Scope, parse_scope
from agentfs.pipeline.locking import Locks
from agentfs.pipeline.record import Recorder
from agentfs.wire.messages import Lock, Locked, NotLocked, Renew, Transfer, Unlock, Unlocked

ANN, BEN, CAM = (AgentName(name) for name in ("ann", "ben", "cam"))
SECOND = 1_000_000_000


class Desk:
    """Real log, real recorder.  `meanwhile` is called, once, while a commit is under way."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.log = EventLog.create(folder / "log")
        self.freed: list[Scope] = []
        self.commits = 0
        self.meanwhile: Callable[[], None] | None = None
        self.fail = False
        self._real = self.log.transact
        monkeypatch.setattr(self.log, "transact", self._transact)
        self.recorder = Recorder(self.log, ring=lambda: None)
        self.desk = Locking(self.recorder, Locks(), self.freed.extend, self.nearby)
        self.gone = trio.Event()

    async def nearby(self, _ask: Lock) -> tuple[Scope, ...]:
        return (parse_scope("beside.py"),)

    def _transact(self, items: Sequence[Callable[..., Any]]) -> list[Any]:
        self.commits += 1
        if self.fail:
            self.fail = False
            raise LogFull("full")
        result = self._real(items)
        if self.meanwhile is not None:
            then, self.meanwhile = self.meanwhile, None
            trio.from_thread.run_sync(then)
        return result

    async def ask(self, ask: Lock | Unlock | Renew | Transfer) -> Locked | NotLocked | Unlocked:
        return await self.desk.submit(ask, self.gone)

    def lock(self, agent: AgentName, *scopes: str, **how: Any) -> Lock:
        return Lock(agent=agent, scopes=tuple(map(parse_scope, scopes)), **how)

    def unlock(self, agent: AgentName) -> Unlock:
        return Unlock(agent=agent, scopes=None)


@pytest.fixture
async def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nursery: trio.Nursery
) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path, monkeypatch)
    await nursery.start(desk.recorder.serve)
    yield desk
    nursery.cancel_scope.cancel()
    assert desk.log.check() == []


class Waiter:
    """A request under way, and what it came to."""

    def __init__(self, desk: Desk, ask: Lock, nursery: trio.Nursery) -> None:
        self.answer: Locked | NotLocked | Unlocked | None = None
        self.error: Exception | None = None
        self.done = trio.Event()
        self.gone = trio.Event()
        nursery.start_soon(self._run, desk.desk.submit(ask, self.gone))

    async def _run(self, doing: Any) -> None:
        try:
            self.answer = await doing
        except CoordinatorEnds as error:
            self.error = error
        self.done.set()


async def test_a_grant_is_durable_before_it_is_told(desk: Desk) -> None:
    answer = await desk.ask(desk.lock(ANN, "a.py", "b.py"))
    assert isinstance(answer, Locked)
    with desk.log.snapshot() as tables:
        assert tuple(tables.leases()) == answer.leases


async def test_a_refusal_says_who_and_what_else(desk: Desk) -> None:
    await desk.ask(desk.lock(ANN, "a.py", why="mine"))
    answer = await desk.ask(desk.lock(BEN, "a.py::f", alternatives=True))
    assert isinstance(answer, NotLocked)
    assert (answer.reason, answer.place) == ("held", 0)
    assert [lease.agent for lease in answer.holders] == [ANN]
    assert 0 < answer.expected_ns <= 30 * SECOND
    assert answer.alternatives == (parse_scope("beside.py"),)
    assert answer.sentence.startswith("ann holds a.py")


async def test_all_that_ask_during_a_commit_share_the_next(
    desk: Desk, nursery: trio.Nursery
) -> None:
    asks = [desk.lock(AgentName(f"agent{n}"), f"{n}.py") for n in range(50)]
    waiters: list[Waiter] = []
    desk.meanwhile = lambda: waiters.extend(Waiter(desk, ask, nursery) for ask in asks)
    await desk.ask(desk.lock(ANN, "a.py"))
    for waiter in waiters:
        await waiter.done.wait()
    assert desk.commits == 2
    assert all(isinstance(waiter.answer, Locked) for waiter in waiters)


async def test_who_waits_is_told_when_its_turn_has_come(desk: Desk, nursery: trio.Nursery) -> None:
    await desk.ask(desk.lock(ANN, "a.py"))
    waiter = Waiter(desk, desk.lock(BEN, "a.py", wait_ns=600 * SECOND), nursery)
    await trio.testing.wait_all_tasks_blocked(0.01)
    assert not waiter.done.is_set()
    await desk.ask(desk.unlock(ANN))
    await waiter.done.wait()
    assert isinstance(waiter.answer, Locked)
    assert desk.freed == [parse_scope("a.py")]


async def test_no_wake_up_is_lost_between_queueing_and_waiting(
    desk: Desk, nursery: trio.Nursery
) -> None:
    """The lock is given back in the same batch, and in the next, before the asker can wait."""
    await desk.ask(desk.lock(ANN, "a.py"))
    waiters: list[Waiter] = []

    def both() -> None:
        waiters.append(Waiter(desk, desk.lock(BEN, "a.py", wait_ns=600 * SECOND), nursery))
        nursery.start_soon(desk.ask, desk.unlock(ANN))

    desk.meanwhile = both
    await desk.ask(desk.lock(CAM, "c.py"))
    with trio.fail_after(10):
        await waiters[0].done.wait()
    assert isinstance(waiters[0].answer, Locked)

    desk.meanwhile = lambda: nursery.start_soon(desk.ask, desk.unlock(BEN))
    waiter = Waiter(desk, desk.lock(ANN, "a.py", wait_ns=600 * SECOND), nursery)
    with trio.fail_after(10):
        await waiter.done.wait()
    assert isinstance(waiter.answer, Locked)


async def test_who_has_the_rest_already_is_told_of_all(desk: Desk, nursery: trio.Nursery) -> None:
    await desk.ask(desk.lock(ANN, "a.py"))
    await desk.ask(desk.lock(BEN, "b.py"))
    waiter = Waiter(desk, desk.lock(BEN, "b.py", "a.py", wait_ns=600 * SECOND), nursery)
    await desk.ask(desk.unlock(ANN))
    await waiter.done.wait()
    assert isinstance(waiter.answer, Locked)
    assert [str(lease.scope) for lease in waiter.answer.leases] == ["b.py", "a.py"]


async def test_who_hangs_up_leaves_the_queue(desk: Desk, nursery: trio.Nursery) -> None:
    await desk.ask(desk.lock(ANN, "a.py"))
    waiter = Waiter(desk, desk.lock(BEN, "a.py", wait_ns=600 * SECOND), nursery)
    await trio.testing.wait_all_tasks_blocked(0.01)
    waiter.gone.set()
    await waiter.done.wait()
    assert isinstance(waiter.answer, NotLocked)
    with desk.log.snapshot() as tables:
        assert list(tables.queue()) == []


async def test_of_two_that_share_a_place_one_may_hang_up(desk: Desk, nursery: trio.Nursery) -> None:
    await desk.ask(desk.lock(ANN, "a.py"))
    one, other = (
        Waiter(desk, desk.lock(BEN, "a.py", wait_ns=600 * SECOND), nursery) for _ in range(2)
    )
    await trio.testing.wait_all_tasks_blocked(0.01)
    one.gone.set()
    await one.done.wait()
    await desk.ask(desk.unlock(ANN))
    await other.done.wait()
    assert isinstance(other.answer, Locked)


async def test_a_place_is_kept_for_who_does_not_wait(desk: Desk) -> None:
    await desk.ask(desk.lock(ANN, "a.py"))
    answer = await desk.ask(desk.lock(BEN, "a.py", wait_ns=600 * SECOND, stay=True))
    assert isinstance(answer, NotLocked)
    assert (answer.reason, answer.place) == ("queued", 1)
    desk.gone.set()
    await desk.ask(desk.unlock(ANN))
    with desk.log.snapshot() as tables:
        assert [lease.agent for lease in tables.leases()] == [BEN]


async def test_when_the_coordinator_ends_places_are_kept(desk: Desk, nursery: trio.Nursery) -> None:
    await desk.ask(desk.lock(ANN, "a.py"))
    waiter = Waiter(desk, desk.lock(BEN, "a.py", wait_ns=600 * SECOND), nursery)
    await trio.testing.wait_all_tasks_blocked(0.01)
    desk.desk.stop()
    await waiter.done.wait()
    assert isinstance(waiter.error, CoordinatorEnds)
    with desk.log.snapshot() as tables:
        assert [wait.agent for wait in tables.queue()] == [BEN]


async def test_time_passes_without_anyone_asking(desk: Desk, nursery: trio.Nursery) -> None:
    nursery.start_soon(desk.desk.serve)
    await desk.ask(desk.lock(ANN, "a.py", ttl_ns=SECOND // 5))
    waiter = Waiter(desk, desk.lock(BEN, "a.py", wait_ns=600 * SECOND), nursery)
    impatient = Waiter(desk, desk.lock(CAM, "a.py", wait_ns=SECOND // 10), nursery)
    with trio.fail_after(10):
        await impatient.done.wait()
        await waiter.done.wait()
    assert isinstance(waiter.answer, Locked)
    assert isinstance(impatient.answer, NotLocked)
    assert impatient.answer.reason == "timeout"


async def test_a_lock_that_could_not_be_recorded_was_not_granted(desk: Desk) -> None:
    desk.fail = True
    with pytest.raises(LogFull):
        await desk.ask(desk.lock(ANN, "a.py"))
    answer = await desk.ask(desk.lock(BEN, "a.py"))
    assert isinstance(answer, Locked)
    assert answer.leases[0].token == 1


async def test_an_error_is_that_of_its_request_alone(desk: Desk, nursery: trio.Nursery) -> None:
    [lease] = (await desk.ask(desk.lock(ANN, "a.py"))).leases  # type: ignore[union-attr]
    failed: list[NotTheHolder] = []

    async def steal() -> None:
        try:
            await desk.ask(Unlock(agent=BEN, scopes=(parse_scope("a.py"),)))
        except NotTheHolder as error:
            failed.append(error)

    desk.meanwhile = lambda: nursery.start_soon(steal)
    await desk.ask(desk.lock(CAM, "c.py"))
    renewed = await desk.ask(Renew(agent=ANN, tokens=(lease.token,)))
    assert isinstance(renewed, Locked)
    await trio.testing.wait_all_tasks_blocked(0.01)
    assert len(failed) == 1
    given = await desk.ask(Transfer(agent=ANN, token=lease.token, to=BEN))
    assert isinstance(given, Locked)
    assert given.leases[0].agent == BEN
