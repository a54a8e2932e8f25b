"""The log: opened, read by snapshots, written by transactions.

One process writes (`create`, `open`), any number read (`open_reader`).  Readers never wait
and never hold up the writer.  A transaction is one durable LMDB commit.  What a snapshot
shows is the state after some event, whole.

A log must not be opened twice in one process, nor used on both sides of a fork.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

import lmdb
from msgspec.structs import replace

from agentfs.eventlog import check, codec, fold, schema, store
from agentfs.eventlog.datafile import check_data_file
from agentfs.eventlog.errors import LogMissing, LogTooOld
from agentfs.eventlog.state import StateWriter
from agentfs.eventlog.store import Handles
from agentfs.eventlog.tables import Tables
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Event
from agentfs.model.ids import BlobId, Seq

R = TypeVar("R")
E = TypeVar("E", bound=Event)
Clock = Callable[[], int]
"""Nanoseconds since 1970."""


class Appender(StateWriter):
    """What an item of a transaction writes with.  Valid only while the item runs."""

    __slots__ = ("_clock", "_seq", "_time_ns")

    def __init__(
        self, txn: store.Transaction, handles: Handles, clock: Clock, seq: Seq, time_ns: int
    ) -> None:
        super().__init__(txn, handles)
        self._clock = clock
        self._seq = seq
        self._time_ns = time_ns

    def append(self, event: E) -> E:
        """Give `event` its number and time, write it, and fold it into the state.

        Times grow strictly even if the clock goes back.
        """
        seq, time_ns = Seq(self._seq + 1), self.now()
        event = replace(event, seq=seq, time_ns=time_ns)
        self._txn.put(schema.event_key(seq), codec.encode(event), db=self._db.events, append=True)
        fold.apply(self, event)
        self._seq, self._time_ns = seq, time_ns
        return event

    def now(self) -> int:
        """The time of an event that is appended at once: behind all that were."""
        return max(self._clock(), self._time_ns + 1)

    def put_content(self, blob: BlobId, compressed: bytes) -> None:
        """Keep a content, made by `codec.compress`; one that is there already stays."""
        self._txn.put(schema.blob_key(blob), compressed, db=self._db.contents, overwrite=False)

    def set_projected(self, seq: Seq) -> None:
        """Say that git has everything up to `seq`, on the disk."""
        self._put_meta(schema.META_PROJECTED, schema.number_key(seq))

    def tail(self) -> tuple[Seq, int]:
        """Number and time of the last event."""
        return self._seq, self._time_ns


class Snapshot:
    """``with log.snapshot() as tables``: the log as it is now, until the block ends."""

    __slots__ = ("_log", "_txn")

    def __init__(self, log: EventLog) -> None:
        self._log = log

    def __enter__(self) -> Tables:
        self._txn = self._log.begin_read()
        return Tables(self._txn, self._log.handles)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._txn.abort()
        if isinstance(error, lmdb.Error):
            raise store.in_our_words(error, self._log.path) from error


class EventLog:
    """Made by `create`, `open` or `open_reader`; ended by `close`."""

    def __init__(
        self, path: Path, environment: lmdb.Environment, handles: Handles, clock: Clock
    ) -> None:
        self.path: Final = path
        self.handles: Final = handles
        self._environment = environment
        self._clock = clock
        self._pid = os.getpid()
        self._tail = (Seq(0), 0)

    @classmethod
    def create(
        cls, path: Path, clock: Clock = time.time_ns, map_size: int = store.MAP_SIZE
    ) -> Self:
        """Make a log in `path`, a directory that may exist, and open it for writing.

        A log that is there, whole or left half made by a crash, is opened and kept.
        """
        with store.opening(path):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _has_data(path):
                check_data_file(path)
            log = cls._of(path, clock, map_size, _make_tables)
            _sync_directory(path)
            _sync_directory(path.parent)
        return log

    @classmethod
    def open(cls, path: Path, clock: Clock = time.time_ns, map_size: int = store.MAP_SIZE) -> Self:
        """For writing.  An older log gets the tables that it lacks.  Raises LogMissing,
        LogDamaged, LogTooNew."""
        with store.opening(path):
            _check_is_there(path)
            return cls._of(path, clock, map_size, _make_up_tables)

    @classmethod
    def open_reader(cls, path: Path, *, trusted: bool = False) -> Self:
        """For reading only; leaves the data as it is.  Raises as `open` does, and LogTooOld.

        `trusted`: another process has the log open and looked it over when it opened it.
        """
        with store.opening(path):
            if not trusted:
                _check_is_there(path)
            return cls._of(path, time.time_ns, store.MAP_SIZE, _find_tables, readonly=True)

    @classmethod
    def _of(
        cls,
        path: Path,
        clock: Clock,
        map_size: int,
        tables_of: Callable[[lmdb.Environment], Handles],
        readonly: bool = False,
    ) -> Self:
        environment = store.open_environment(path, readonly=readonly, map_size=map_size)
        try:
            log = cls(path, environment, tables_of(environment), clock)
            with log.snapshot() as tables:
                check.check_numbers(tables)
        except BaseException:
            environment.close()
            raise
        return log

    def close(self) -> None:
        """No snapshot may be open."""
        self._environment.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- reading

    def snapshot(self) -> Snapshot:
        """May be called from any thread, and be nested.  Costs a few microseconds; while it
        is open the writer cannot use again the space of what it replaces, so keep it short.
        """
        return Snapshot(self)

    def begin_read(self) -> store.Transaction:
        """For `Snapshot`."""
        self._forbid_fork()
        try:
            return store.begin(self._environment)
        except lmdb.ReadersFullError:
            # Processes that were killed leave their entries in the readers' table.
            self.reader_check()
        with store.translated(self.path):
            return store.begin(self._environment)

    def reader_check(self) -> int:
        """Free the entries of dead readers; returns how many there were."""
        with store.translated(self.path):
            return int(self._environment.reader_check())

    # --- writing

    def transact(self, items: Sequence[Callable[[Appender], R]]) -> list[R | AgentfsError]:
        """Run `items` in order and commit what they wrote, durably, at once.

        Answers, for each item in order, what it returned or the AgentfsError that it raised;
        an item that raised has written nothing, and the others stand.  An item that finds the
        disk full gets LogFull.  Any other exception is a defect: it, and an error of the
        commit itself (LogFull, LogDamaged), leaves here with nothing written by anyone.
        """
        self._forbid_fork()
        with store.translated(self.path):
            txn = store.begin(self._environment, write=True)
            try:
                tail = self._current_tail(txn)
                outcomes, tail = self._run_all(items, txn, tail)
            except BaseException:
                txn.abort()
                raise
            if all(isinstance(outcome, AgentfsError) for outcome in outcomes):
                txn.abort()
            else:
                txn.commit()
                self._tail = tail
        return outcomes

    def _run_all(
        self,
        items: Sequence[Callable[[Appender], R]],
        txn: store.Transaction,
        tail: tuple[Seq, int],
    ) -> tuple[list[R | AgentfsError], tuple[Seq, int]]:
        outcomes: list[R | AgentfsError] = []
        for item in items:
            # A child costs some 50 µs; an item alone is undone with the transaction itself.
            child = txn
            if len(items) > 1:
                child = store.begin(self._environment, write=True, parent=txn)
            outcome, tail = self._run(item, child, tail)
            outcomes.append(outcome)
            if child is not txn:
                if isinstance(outcome, AgentfsError):
                    child.abort()
                else:
                    child.commit()
        return outcomes, tail

    def _run(
        self, item: Callable[[Appender], R], txn: store.Transaction, tail: tuple[Seq, int]
    ) -> tuple[R | AgentfsError, tuple[Seq, int]]:
        """What `item` comes to, and the tail after it."""
        appender = Appender(txn, self.handles, self._clock, *tail)
        try:
            return item(appender), appender.tail()
        except AgentfsError as error:
            return error, tail
        except lmdb.Error as error:
            if not store.is_full(error, self.path):
                raise
            return store.in_our_words(error, self.path), tail

    def _current_tail(self, txn: store.Transaction) -> tuple[Seq, int]:
        """Remembered, and looked up if it is not the log's: another process wrote."""
        tables = Tables(txn, self.handles)
        seq = tables.last_seq()
        if seq != self._tail[0]:
            self._tail = (seq, tables.event(seq).time_ns if seq else 0)
        return self._tail

    # --- repair

    def rebuild_state(self) -> None:
        """Drop every state table and fold the events again, in one transaction."""
        self._forbid_fork()
        with store.translated(self.path), _writing(self._environment) as txn:
            state = StateWriter(txn, self.handles)
            state.clear_state()
            for event in state.events(Seq(0)):
                fold.apply(state, event)

    def check(self, in_git: Callable[[BlobId], bool] | None = None) -> list[str]:
        """Every event, content and row: what is wrong, one sentence each.

        A saved version whose content the log lacks is looked for with `in_git`; without it,
        git is trusted to have it.
        """
        with self.snapshot() as tables:
            return check.problems(tables, in_git)

    # --- what is made sure of

    def _forbid_fork(self) -> None:
        if os.getpid() != self._pid:
            raise RuntimeError("a log that was opened before a fork must not be used after it")


def _has_data(path: Path) -> bool:
    """An empty data file is a log that was never begun: a crash left it."""
    try:
        return (path / "data.mdb").stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False


def _check_is_there(path: Path) -> None:
    if not _has_data(path):
        raise LogMissing(f"there is no log in {path}", hint="run agentfs init")
    check_data_file(path)


@contextmanager
def _writing(environment: lmdb.Environment) -> Iterator[store.Transaction]:
    """Committed at the end of the block, or undone if an exception leaves it."""
    txn = store.begin(environment, write=True)
    try:
        yield txn
        txn.commit()
    finally:
        # Does nothing after a commit.
        txn.abort()


def _make_tables(environment: lmdb.Environment) -> Handles:
    """Raises LogTooNew, before anything is written."""
    with _writing(environment) as txn:
        meta = store.open_table(environment, txn, "meta")
        found = txn.get(schema.META_FORMAT, db=meta)
        if found is None or schema.format_of(found) < schema.FORMAT:
            txn.put(schema.META_FORMAT, schema.format_value(schema.FORMAT), db=meta)
        check.check_format(txn.get(schema.META_FORMAT, db=meta))
        return Handles(environment, txn)


def _make_up_tables(environment: lmdb.Environment) -> Handles:
    """As `_find_tables`; no event of an older log says anything of what it lacks."""
    try:
        return _find_tables(environment)
    except LogTooOld:
        return _make_tables(environment)


def _find_tables(environment: lmdb.Environment) -> Handles:
    """Raises LogTooNew, LogTooOld and LogDamaged."""
    # The format first: a log of a later one may lack tables of ours.
    meta = store.open_table(environment, None, "meta")
    txn = store.begin(environment)
    try:
        check.check_format(txn.get(schema.META_FORMAT, db=meta))
    finally:
        txn.abort()
    return Handles(environment, None)


def _sync_directory(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
