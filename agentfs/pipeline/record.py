"""Record: the stage at which a save becomes an event.  ★ The commit point of a save.

`record` is a plain def that runs within one transaction of the log, so nothing can slip
between its checks and its appends.  `Recorder` gathers all that arrives while one
transaction is being synced into the next (group commit).  Invariants: items run in the
order in which they were submitted; an item that raises changes nothing; whoever waits for
an item is answered only after its transaction is durable.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Generic, NoReturn, TypeVar, cast

import outcome
import trio
from outcome import Error, Outcome, Value

from agentfs.eventlog.log import Appender, EventLog
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Saved
from agentfs.model.ids import Seq
from agentfs.pipeline.faults import fault
from agentfs.wire.messages import Save, SavedPath

R = TypeVar("R")

BATCH_LIMIT: Final = 512
"""Items a transaction.  Bounds how long the first of them waits for the last."""


def record(appender: Appender, save: Save) -> tuple[Seq, ...]:
    """Append the events and contents of `save`; their numbers, one a path.

    A save that was recorded before is not recorded again: its first numbers come back.
    """
    earlier = appender.request(save.agent, save.session, save.request)
    if earlier is not None:
        return earlier
    # The locks of a later issue are checked here: within the transaction, before any append.
    return tuple(_append(appender, save, path) for path in save.paths)


def _append(appender: Appender, save: Save, path: SavedPath) -> Seq:
    if path.version is not None and path.content is not None:
        appender.put_content(path.version.blob, path.content)
    event = Saved(
        agent=save.agent,
        session=save.session,
        request=save.request,
        kind=path.kind,
        path=path.path,
        base=path.base,
        version=path.version,
        origin=path.origin,
        symbols=path.symbols,
        parse=path.parse,
    )
    return appender.append(event).seq


class Ticket(Generic[R]):
    """A submitted item.  Any number of tasks may wait for it."""

    def __init__(
        self, item: Callable[[Appender], R], then: Callable[[R], None] | None = None
    ) -> None:
        self.item = item
        self._then = then
        self._done = trio.Event()
        self._result: Outcome[R] | None = None

    def settle(self, result: Outcome[R]) -> None:
        if self._then is not None and isinstance(result, Value):
            self._then(result.value)
        self._result = result
        self._done.set()

    async def wait(self) -> R:
        """The item's result, once it is durable.  Raises what the item or the commit raised."""
        await self._done.wait()
        if isinstance(self._result, Error):
            raise self._result.error
        return cast(Value[R], self._result).value


class Recorder:
    """The coordinator's only way to write to the log."""

    def __init__(self, log: EventLog, ring: Callable[[], None]) -> None:
        """`ring` is called after each commit, on the loop's thread."""
        self._log = log
        self._ring = ring
        self._queue: list[Ticket[object]] = []
        self._wake = trio.Event()

    def submit(
        self, item: Callable[[Appender], R], then: Callable[[R], None] | None = None
    ) -> Ticket[R]:
        """Queue `item`.  A plain def, so that the order of calls is the order in the log.

        `then` is called with its result once that is durable, on the loop's thread, in the
        order of the log, and before anyone who waits for it goes on.
        """
        ticket = Ticket(item, then)
        self._queue.append(cast(Ticket[object], ticket))
        self._wake.set()
        return ticket

    async def run(self, item: Callable[[Appender], R]) -> R:
        """Run `item` in a transaction and return its result, once it is durable.

        Raises what the item raised, having changed nothing, or LogFull.  Cancelled, it
        stops waiting; the item may still be recorded.
        """
        return await self.submit(item).wait()

    async def serve(
        self, *, task_status: trio.TaskStatus[None] = trio.TASK_STATUS_IGNORED
    ) -> NoReturn:
        """Commit what is submitted, until cancelled."""
        task_status.started()
        while True:
            if not self._queue:
                self._wake = trio.Event()
                await self._wake.wait()
            batch = self._queue[:BATCH_LIMIT]
            del self._queue[:BATCH_LIMIT]
            # What has left the queue is committed and answered, come what may.
            with trio.CancelScope(shield=True):
                await self._commit(batch)

    async def _commit(self, batch: Sequence[Ticket[object]]) -> None:
        items = [ticket.item for ticket in batch]
        results = await trio.to_thread.run_sync(self._transact, items)
        for ticket, result in zip(batch, results, strict=True):
            ticket.settle(result)
        fault("record.before-bell")
        self._ring()

    def _transact(self, items: Sequence[Callable[[Appender], object]]) -> list[Outcome[object]]:
        """A result for each item; in a worker thread, since it waits for the disk."""
        fault("record.before-commit")
        match outcome.capture(self._log.transact, items):
            case Value(results):
                fault("record.after-commit")
                return [_as_outcome(result) for result in results]
            case Error(error) if isinstance(error, AgentfsError) or len(items) == 1:
                return [Error(error)] * len(items)
            case Error():
                # A fault of ours in one item.  It is raised to whoever submitted that item,
                # and must not fail the saves of others that shared its transaction.
                return [self._transact([item])[0] for item in items]


def _as_outcome(result: object) -> Outcome[object]:
    return Error(result) if isinstance(result, AgentfsError) else Value(result)
