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
from agentfs.eventlog.pending import saves_of
from agentfs.locks.telling import refusal
from agentfs.locks.touched import Touched
from agentfs.model.changes import SaveKind
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Held, HoldReason, Refused, Saved
from agentfs.model.ids import AgentName, RepoPath, Seq
from agentfs.model.locks import Lease
from agentfs.pipeline.autolease import as_if_locked, notices_of
from agentfs.pipeline.faults import fault
from agentfs.pipeline.integration.renames import origin_of
from agentfs.pipeline.locking import Locks
from agentfs.pipeline.settings import DEFAULTS, AutoLease, LockSettings, OnViolation
from agentfs.pipeline.touching import touched_by
from agentfs.wire.messages import Recorded, Save, SavedPath, Stopped

R = TypeVar("R")

BATCH_LIMIT: Final = 512
"""Items a transaction.  Bounds how long the first of them waits for the last."""


def record(
    appender: Appender, save: Save, locks: Locks, settings: LockSettings = DEFAULTS
) -> Recorded | Stopped:
    """Append the events and contents of `save`, unless it touches what others hold.

    A save that was recorded before is not recorded again: it is answered as the first time.
    """
    earlier = appender.request(save.agent, save.session, save.request)
    if earlier is not None:
        return _as_before(appender, earlier)
    broken = _violations(appender, save, locks)
    if settings.autolease is AutoLease.ENFORCE and not save.probe:
        broken += as_if_locked(appender, save)
    if broken:
        held = save.hold and settings.on_violation is OnViolation.HOLD
        if save.quiet and held:
            return Recorded(seqs=_append_all(appender, save, held=HoldReason.LOCK))
        return _stopped(appender, save, broken, held=held)
    if save.probe:
        return Recorded(seqs=())
    notices = () if settings.autolease is AutoLease.OFF else notices_of(appender, save)
    seqs = _append_all(appender, save)
    for notice in notices:
        appender.append(notice)
    return Recorded(seqs=seqs)


def _violations(appender: Appender, save: Save, locks: Locks) -> list[Lease]:
    touched = Touched()
    for path in save.paths:
        if not _takes_back(appender, save.agent, path):
            touched += touched_by(path)
    table = locks.table(appender)
    return table.check(save.agent, touched.symbols, touched.whole, appender.now())


def _takes_back(appender: Appender, agent: AgentName, path: SavedPath) -> bool:
    """Whether the view will show what it showed before its unpublished saves, or what the
    trunk has: nobody's work is changed by that."""
    if path.kind is SaveKind.RENAME or path.whole:
        return False
    row = appender.pending(agent, path.path)
    if row is None or len(row.segments) != 1:
        return False
    trunk = appender.path_row(path.path)
    return path.version == row.segments[0].base or (
        trunk is not None and path.version == trunk.version
    )


def _stopped(appender: Appender, save: Save, broken: Sequence[Lease], *, held: bool) -> Stopped:
    """The save is refused with its content kept, or accepted and held back."""
    first = next((each for each in save.paths if _is_broken(each, broken)), save.paths[0])
    for path in save.paths:
        _keep_content(appender, path)
    refused = appender.append(
        Refused(
            agent=save.agent,
            session=save.session,
            request=save.request,
            kind=first.kind,
            path=first.path,
            base=first.base,
            version=None if save.probe else first.version,
            scopes=tuple(lease.scope for lease in broken),
            holders=tuple(dict.fromkeys(lease.agent for lease in broken)),
            sentence=refusal(broken, save.beside, appender.now()),
            held=held,
        )
    )
    seqs: tuple[Seq, ...] = ()
    if held:
        seqs = _append_all(appender, save, held=HoldReason.LOCK, cause=refused.seq)
    return Stopped(seqs=seqs, refused=refused.seq, sentence=refused.sentence)


def _is_broken(path: SavedPath, broken: Sequence[Lease]) -> bool:
    touched = touched_by(path)
    return path.version is not None and any(map(touched.violates, broken))


def _as_before(appender: Appender, seqs: tuple[Seq, ...]) -> Recorded | Stopped:
    event = appender.event(seqs[0])
    cause = appender.event(event.cause) if event.cause is not None else None
    for refused, kept in ((event, ()), (cause, seqs)):
        if isinstance(refused, Refused):
            return Stopped(seqs=kept, refused=refused.seq, sentence=refused.sentence)
    return Recorded(seqs=seqs)


def _append_all(
    appender: Appender, save: Save, held: HoldReason | None = None, cause: Seq | None = None
) -> tuple[Seq, ...]:
    seqs = tuple(_append(appender, save, path, held, cause) for path in save.paths)
    if held is not None:
        for path in save.paths:
            _hold_other_half(appender, save.agent, path.path)
    return seqs


def _hold_other_half(appender: Appender, agent: AgentName, path: RepoPath) -> None:
    """The old name of a file that this view has renamed waits with the new one."""
    row = appender.pending(agent, path)
    origin = origin_of(row) if row is not None else None
    old = appender.pending(agent, origin) if origin is not None else None
    if old is not None and old.held is None and old.shown is None:
        saves = saves_of(old)
        appender.append(
            Held(
                agent=agent,
                path=old.path,
                saves=saves,
                reason=HoldReason.LOCK,
                base=old.segments[-1].base,
                version=None,
                cause=saves[-1],
            )
        )


def _append(
    appender: Appender, save: Save, path: SavedPath, held: HoldReason | None, cause: Seq | None
) -> Seq:
    _keep_content(appender, path)
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
        held=held,
        cause=cause,
    )
    return appender.append(event).seq


def _keep_content(appender: Appender, path: SavedPath) -> None:
    if path.version is not None and path.content is not None:
        appender.put_content(path.version.blob, path.content)


class Ticket(Generic[R]):
    """A submitted item.  Any number of tasks may wait for it."""

    def __init__(
        self, item: Callable[[Appender], R], then: Callable[[R], None] | None = None
    ) -> None:
        self.item = item
        self._then = then
        self._done = trio.Event()
        self._result: Outcome[R] | None = None

    @property
    def is_settled(self) -> bool:
        return self._result is not None

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
