"""Record, over a real log: all or nothing, once, in order, durable before it is answered."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import trio
import zstandard
from trio.testing import wait_all_tasks_blocked

from agentfs.eventlog.log import Appender, EventLog
from agentfs.model.changes import SaveKind
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, RepoPath, Seq, SessionId
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.locking import Locks
from agentfs.pipeline.record import BATCH_LIMIT, Recorder, Ticket, record
from agentfs.trunk.objects import ObjectStore
from agentfs.wire.messages import Save, SavedPath

A = AgentName("a")


class Refused(AgentfsError):
    code = "refused"


class Bell:
    def __init__(self) -> None:
        self.rings = 0

    def ring(self) -> None:
        self.rings += 1


@pytest.fixture
def log(tmp_path: Path) -> Iterator[EventLog]:
    with EventLog.create(tmp_path / "log") as log:
        yield log


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
async def recorder(log: EventLog, bell: Bell) -> AsyncIterator[Recorder]:
    recorder = Recorder(log, bell.ring)
    async with trio.open_nursery() as nursery:
        await nursery.start(recorder.serve)
        yield recorder
        nursery.cancel_scope.cancel()


def a_save(request: int, *names: str, text: bytes = b"text") -> Save:
    blob = ObjectStore.blob_id(text)
    paths = tuple(
        SavedPath(
            kind=SaveKind.CREATE,
            path=RepoPath(name.encode()),
            base=None,
            version=Version(blob, Mode.FILE),
            content=zstandard.compress(text),
        )
        for name in names
    )
    return Save(agent=A, session=SessionId("s"), request=request, paths=paths, writing=False)


def recording(save: Save) -> Callable[[Appender], tuple[Seq, ...]]:
    locks = Locks()
    return lambda appender: record(appender, save, locks).seqs


class Transactions:
    """Stands before the log's `transact`: counts, and lets a test do something meanwhile."""

    def __init__(self, log: EventLog, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sizes: list[int] = []
        self.meanwhile: Callable[[], None] = lambda: None
        self._real = log.transact
        monkeypatch.setattr(log, "transact", self._transact)

    def _transact(self, items: Sequence[Callable[[Appender], Any]]) -> list[Any]:
        self.sizes.append(len(items))
        trio.from_thread.run_sync(self.meanwhile)
        return self._real(items)


async def test_a_save_becomes_events_with_their_content(
    log: EventLog, recorder: Recorder, bell: Bell
) -> None:
    assert await recorder.run(recording(a_save(1, "x", "y"))) == (1, 2)
    assert bell.rings == 1
    with log.snapshot() as tables:
        assert [row.path for row in tables.pending_of(A)] == [b"x", b"y"]
        assert tables.content(ObjectStore.blob_id(b"text")) == b"text"
    assert log.check() == []


async def test_the_same_request_is_the_same_save(log: EventLog, recorder: Recorder) -> None:
    first = await recorder.run(recording(a_save(1, "x", "y")))
    await recorder.run(recording(a_save(2, "z")))
    assert await recorder.run(recording(a_save(1, "x", "y"))) == first
    with log.snapshot() as tables:
        assert tables.last_seq() == 3


async def test_a_request_repeated_within_one_transaction_is_the_same_save(
    log: EventLog, recorder: Recorder
) -> None:
    tickets = [recorder.submit(recording(a_save(1, "x"))) for _ in range(3)]
    assert [await ticket.wait() for ticket in tickets] == [(1,)] * 3


async def test_what_arrives_during_a_commit_shares_the_next(
    log: EventLog, recorder: Recorder, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    transactions = Transactions(log, monkeypatch)
    late: list[Ticket[tuple[Seq, ...]]] = []

    def arrive() -> None:
        if not late:
            late.extend(recorder.submit(recording(a_save(n, f"{n}"))) for n in range(2, 8))

    transactions.meanwhile = arrive
    assert await recorder.run(recording(a_save(1, "1"))) == (1,)
    assert [await ticket.wait() for ticket in late] == [(n,) for n in range(2, 8)]
    assert transactions.sizes == [1, 6]
    assert bell.rings == 2


async def test_nobody_is_answered_before_the_commit(
    log: EventLog, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    transactions = Transactions(log, monkeypatch)
    answered: list[tuple[Seq, ...]] = []
    seen: list[int] = []
    transactions.meanwhile = lambda: seen.append(len(answered))
    answered.append(await recorder.run(recording(a_save(1, "x"))))
    assert seen == [0]


async def test_an_item_that_is_refused_changes_nothing_and_fails_no_other(
    log: EventLog, recorder: Recorder
) -> None:
    def refuse(appender: Appender) -> None:
        record(appender, a_save(2, "half"), Locks())
        raise Refused("no")

    before = recorder.submit(recording(a_save(1, "x")))
    refused = recorder.submit(refuse)
    after = recorder.submit(recording(a_save(3, "y")))
    assert await before.wait() == (1,)
    with pytest.raises(Refused):
        await refused.wait()
    assert await after.wait() == (2,)
    assert log.check() == []


async def test_a_fault_of_ours_in_one_item_fails_no_other(
    log: EventLog, recorder: Recorder
) -> None:
    def broken(appender: Appender) -> None:
        record(appender, a_save(2, "half"), Locks())
        raise KeyError("a bug")

    before = recorder.submit(recording(a_save(1, "x")))
    failing = recorder.submit(broken)
    after = recorder.submit(recording(a_save(3, "y")))
    with pytest.raises(KeyError):
        await failing.wait()
    assert (await before.wait(), await after.wait()) == ((1,), (2,))
    with pytest.raises(KeyError):
        await recorder.run(broken)
    assert log.check() == []


async def test_a_commit_that_fails_is_told_to_all_and_the_next_works(
    log: EventLog, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(items: object) -> list[Any]:
        raise Refused("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(log, "transact", full)
        tickets = [recorder.submit(recording(a_save(n, "x"))) for n in (1, 2)]
        for ticket in tickets:
            with pytest.raises(Refused):
                await ticket.wait()
    assert await recorder.run(recording(a_save(3, "x"))) == (1,)


async def test_many_items_are_committed_in_order_and_in_bounded_batches(
    log: EventLog, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    transactions = Transactions(log, monkeypatch)
    count = BATCH_LIMIT + 10
    tickets = [recorder.submit(recording(a_save(n + 1, f"{n}"))) for n in range(count)]
    assert [await ticket.wait() for ticket in tickets] == [(n + 1,) for n in range(count)]
    assert max(transactions.sizes) == BATCH_LIMIT


async def test_a_waiter_that_is_cancelled_loses_no_save(log: EventLog, recorder: Recorder) -> None:
    with trio.move_on_after(0):
        await recorder.run(recording(a_save(1, "x")))
    await wait_all_tasks_blocked()
    assert await recorder.run(recording(a_save(2, "y"))) == (2,)


async def test_what_was_taken_is_committed_though_the_recorder_is_stopped(
    log: EventLog, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder(log, bell.ring)
    transactions = Transactions(log, monkeypatch)
    async with trio.open_nursery() as nursery:
        transactions.meanwhile = nursery.cancel_scope.cancel
        ticket = recorder.submit(recording(a_save(1, "x")))
        nursery.start_soon(recorder.serve)
    assert await ticket.wait() == (1,)
