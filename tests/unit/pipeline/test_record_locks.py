"""Saves against locks, in the transaction: what is refused, what is held, what settings change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from agentfs.eventlog.log import EventLog
from agentfs.model.changes import SaveKind, SymbolChange
from agentfs.model.errors import AgentfsError
from agentfs.model.events import HoldReason, Noticed, Refused, Saved
from agentfs.model.ids import AgentName, RepoPath, Seq, SessionId
from agentfs.model.locks import LockMode
from agentfs.model.scopes import parse_scope
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.locking import Ask, Came, Locks
from agentfs.pipeline.record import record
from agentfs.pipeline.settings import (
    DEFAULTS,
    AutoLease,
    BadSetting,
    LockSettings,
    OnViolation,
    read_settings,
)
from agentfs.trunk.objects import ObjectStore
from agentfs.wire.messages import Lock, Recorded, Save, SavedPath, Stopped, Unlock

ANN, BEN = AgentName("ann"), AgentName("ben")
PATH = RepoPath(b"a.py")
BASE = Version(ObjectStore.blob_id(b"base"), Mode.FILE)
SECOND = 1_000_000_000


class Bench:
    """A log whose clock stands still unless it is told, and the coordinator's plain calls."""

    def __init__(self, folder: Path, settings: LockSettings = DEFAULTS) -> None:
        self.now = SECOND
        self.log = EventLog.create(folder / "log", clock=lambda: self.now)
        self.locks = Locks()
        self.settings = settings
        self.requests = 0

    def do(self, *asks: Ask) -> list[Came]:
        (done,) = self.log.transact([lambda appender: self.locks.perform(appender, list(asks))])
        assert not isinstance(done, AgentfsError)
        return done.came

    def lock(self, agent: AgentName, scope: str, **how: object) -> None:
        ask = Lock(agent=agent, scopes=(parse_scope(scope),), **how)  # type: ignore[arg-type]
        [came] = self.do(ask)
        assert came.granted  # type: ignore[union-attr]

    def save(self, agent: AgentName, *symbols: str, text: bytes = b"text", **how: object) -> object:
        self.requests += 1
        path = SavedPath(
            kind=SaveKind.WRITE,
            path=PATH,
            base=BASE,
            version=Version(ObjectStore.blob_id(text), Mode.FILE),
            content=zstandard.compress(text),
            symbols=tuple(SymbolChange(symbol, "changed") for symbol in symbols),
        )
        save = Save(
            agent=agent,
            session=SessionId("s"),
            request=self.requests,
            paths=(path,),
            writing=False,
            **how,  # type: ignore[arg-type]
        )
        return self.send(save)

    def send(self, save: Save) -> object:
        (came,) = self.log.transact(
            [lambda appender: record(appender, save, self.locks, self.settings)]
        )
        self.last = save
        return came

    def events(self, kind: type) -> list[object]:
        with self.log.snapshot() as tables:
            return [event for event in tables.events(Seq(0)) if isinstance(event, kind)]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    assert bench.log.check() == []
    bench.log.close()


def test_what_nobody_holds_is_saved(bench: Bench) -> None:
    bench.lock(ANN, "a.py::f")
    assert isinstance(bench.save(BEN, "g"), Recorded)
    assert isinstance(bench.save(ANN, "f"), Recorded)


def test_a_refusal_is_an_event_with_the_content(bench: Bench) -> None:
    bench.lock(ANN, "a.py::f", why="to mend it")
    stopped = bench.save(BEN, "f", text=b"refused", beside=(parse_scope("a.py::g"),))
    assert isinstance(stopped, Stopped)
    assert stopped.seqs == ()
    [event] = bench.events(Refused)
    assert isinstance(event, Refused)
    assert event.sentence == stopped.sentence
    assert event.sentence == (
        'ann holds a.py::f since 00:00:01Z until 00:00:31Z (30 s more) for "to mend it"; '
        "free beside it: a.py::g"
    )
    with bench.log.snapshot() as tables:
        assert tables.content(ObjectStore.blob_id(b"refused")) == b"refused"
        assert tables.pending(BEN, PATH) is None
        refusal = tables.refusal(BEN, PATH)
        assert list(tables.refused(BEN)) == [event.seq]
    assert refusal is not None
    assert refusal.sentence == event.sentence
    assert isinstance(bench.save(BEN, "g"), Recorded)
    with bench.log.snapshot() as tables:
        assert tables.refusal(BEN, PATH) is None


def test_what_is_held_back_is_a_save_that_waits(bench: Bench) -> None:
    bench.lock(ANN, "a.py::f")
    stopped = bench.save(BEN, "f", hold=True)
    assert isinstance(stopped, Stopped)
    [save] = bench.events(Saved)
    assert isinstance(save, Saved)
    assert (save.held, save.cause, (save.seq,)) == (HoldReason.LOCK, stopped.refused, stopped.seqs)
    assert isinstance(bench.save(BEN, "g", text=b"more", hold=True), Recorded)
    with bench.log.snapshot() as tables:
        row = tables.pending(BEN, PATH)
    assert row is not None
    assert row.held is HoldReason.LOCK


@pytest.mark.parametrize("hold", [False, True])
def test_a_request_that_comes_again_is_answered_as_before(bench: Bench, hold: bool) -> None:
    bench.lock(ANN, "a.py::f")
    first = bench.save(BEN, "f", hold=hold)
    bench.do(Unlock(agent=ANN, scopes=None))
    assert bench.send(bench.last) == first
    assert len(bench.events(Refused)) == 1


def test_a_lock_is_over_in_its_last_nanosecond(bench: Bench) -> None:
    bench.lock(ANN, "a.py::f", ttl_ns=SECOND)
    with bench.log.snapshot() as tables:
        [lease] = tables.leases()
    bench.now = lease.expires_ns - 1
    assert isinstance(bench.save(BEN, "f"), Stopped)
    bench.now = lease.expires_ns
    assert isinstance(bench.save(BEN, "f"), Recorded)


def test_while_others_share_nobody_saves(bench: Bench) -> None:
    bench.lock(ANN, "a.py", mode=LockMode.SHARED)
    assert isinstance(bench.save(ANN, "f"), Recorded)
    bench.lock(BEN, "a.py", mode=LockMode.SHARED)
    assert isinstance(bench.save(ANN, "f"), Stopped)


def test_to_ask_whether_one_may_write_saves_nothing(bench: Bench) -> None:
    assert bench.save(BEN, "f", probe=True) == Recorded(seqs=())
    bench.lock(ANN, "a.py")
    assert isinstance(bench.save(BEN, "f", probe=True), Stopped)
    assert bench.events(Saved) == []
    [event] = bench.events(Refused)
    assert isinstance(event, Refused)
    assert event.version is None


def test_with_revert_nothing_comes_of_it_but_the_content(tmp_path: Path) -> None:
    bench = Bench(tmp_path, LockSettings(on_violation=OnViolation.REVERT))
    bench.lock(ANN, "a.py::f")
    stopped = bench.save(BEN, "f", hold=True)
    assert isinstance(stopped, Stopped)
    assert stopped.seqs == ()
    assert bench.events(Saved) == []


def test_who_saves_what_another_just_saved_is_told(bench: Bench) -> None:
    bench.save(ANN, "f", "g")
    bench.save(BEN, "h")
    assert bench.events(Noticed) == []
    bench.now += 10 * SECOND
    bench.save(BEN, "f", text=b"other")
    [told] = bench.events(Noticed)
    assert isinstance(told, Noticed)
    assert (told.agent, told.other, told.symbols) == (BEN, ANN, ("f",))
    assert told.sentence == "ann saved f 10 s ago, and nobody holds it"
    bench.now += 31 * SECOND
    bench.save(ANN, "f", text=b"third")
    assert len(bench.events(Noticed)) == 1


def test_with_enforce_the_second_one_is_refused(tmp_path: Path) -> None:
    bench = Bench(tmp_path, LockSettings(autolease=AutoLease.ENFORCE))
    bench.save(ANN, "f")
    assert isinstance(bench.save(ANN, "f", text=b"again"), Recorded)
    assert isinstance(bench.save(BEN, "f"), Stopped)
    assert isinstance(bench.save(BEN, "g"), Recorded)
    bench.now += 31 * SECOND
    assert isinstance(bench.save(BEN, "f", text=b"later"), Recorded)


def test_with_off_nobody_is_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path, LockSettings(autolease=AutoLease.OFF))
    bench.save(ANN, "f")
    bench.save(BEN, "f")
    assert bench.events(Noticed) == []


class Broken(AgentfsError):
    code = "broken"


def test_what_an_aborted_transaction_did_to_the_table_is_undone(bench: Bench) -> None:
    ask = Lock(agent=ANN, scopes=(parse_scope("a.py"),))

    def item(appender: object) -> None:
        bench.locks.perform(appender, [ask])  # type: ignore[arg-type]
        raise Broken("no")

    (came,) = bench.log.transact([item])
    assert isinstance(came, Broken)
    assert isinstance(bench.save(BEN, "f"), Recorded)
    bench.lock(BEN, "a.py::f")
    with bench.log.snapshot() as tables:
        assert [(lease.agent, lease.token) for lease in tables.leases()] == [(BEN, 1)]


def test_a_table_made_from_the_log_is_the_one_that_was(bench: Bench) -> None:
    bench.lock(ANN, "a.py::f")
    bench.lock(ANN, "src/**", mode=LockMode.SHARED)
    bench.do(Lock(agent=BEN, scopes=(parse_scope("a.py"),), wait_ns=SECOND, stay=True))
    before = bench.locks
    bench.locks = Locks()
    with bench.log.snapshot() as tables:
        old, new = before.table(tables).book, bench.locks.table(tables).book
    assert (new.leases, new.waits) == (old.leases, old.waits)
    assert (new.next_token(), new.next_ticket()) == (old.next_token(), old.next_ticket())
    bench.do(Unlock(agent=ANN, scopes=None))
    with bench.log.snapshot() as tables:
        assert [lease.agent for lease in tables.leases()] == [BEN]


@pytest.mark.parametrize(
    "text", ["[locks]\nautolease = 'maybe'\n", "[locks]\non_violation = 7\n", "locks = \n"]
)
def test_a_setting_that_has_no_such_value_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(BadSetting):
        read_settings(file)


def test_settings_are_read_and_have_defaults(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert read_settings(file) == DEFAULTS
    file.write_text("[trunk]\nbranch = 'x'\n[locks]\non_violation = 'revert'\n")
    assert read_settings(file) == LockSettings(on_violation=OnViolation.REVERT)
