"""Transactions, contents, opening; what is durable, and what a failure leaves behind."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import lmdb
import pytest

from agentfs.eventlog import (
    Appender,
    EventLog,
    LogDamaged,
    LogError,
    LogFull,
    LogMissing,
    LogTooNew,
    LogTooOld,
    blob_id,
    compress,
    decompress,
    schema,
)
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Saved
from agentfs.model.ids import Seq
from tests.support.events import (
    ANN,
    V0,
    V1,
    V2,
    F,
    G,
    append,
    appending,
    conflict,
    held,
    mounted,
    published,
    saved,
    state_of,
    storing,
)


class Refused(AgentfsError):
    code = "refused"


def refusing_after(*events: Saved) -> Callable[[Appender], object]:
    def item(appender: Appender) -> object:
        appending(*events)(appender)
        appender.put_content(blob_id(b"refused"), compress(b"refused"))
        raise Refused("no")

    return item


def fill(log: EventLog) -> int:
    """Appends until nothing fits; how many events did."""
    for accepted in itertools.count(step=50):
        try:
            append(log, *(saved(V0, V1, request=accepted) for _ in range(50)))
        except LogFull:
            return accepted
    raise AssertionError


def python(code: str, log: Path, *, stdout: int, stdin: int | None = None) -> subprocess.Popen[str]:
    """A process that finds this checkout, with `log` as its argument."""
    path = os.pathsep.join(folder for folder in sys.path if folder)
    return subprocess.Popen(
        [sys.executable, "-c", code, str(log)],
        stdin=stdin,
        stdout=stdout,
        env={**os.environ, "PYTHONPATH": path},
        text=True,
    )


def events_of(log: EventLog) -> list[int]:
    with log.snapshot() as tables:
        return [event.seq for event in tables.events(Seq(0))]


class TestTransact:
    def test_each_item_gets_its_answer(self, log: EventLog) -> None:
        assert log.transact([lambda a: 7, appending(saved(V0, V1)), lambda a: None]) == [
            7, [1], None,
        ]  # fmt: skip

    def test_nothing_to_do(self, log: EventLog) -> None:
        assert log.transact([]) == []

    def test_one_that_raises_changes_nothing_and_the_others_stand(self, log: EventLog) -> None:
        first, refused, last = log.transact(
            [appending(saved(V0, V1)), refusing_after(saved(V1, V2)), appending(mounted())]
        )
        assert (first, last) == ([1], [2])
        assert isinstance(refused, Refused)
        with log.snapshot() as tables:
            row = tables.pending(ANN, F)
            assert row is not None
            assert row.shown == V1
            assert not tables.has_content(blob_id(b"refused"))

    def test_alone_it_changes_nothing_either(self, log: EventLog) -> None:
        (refused,) = log.transact([refusing_after(saved(V0, V1))])
        assert isinstance(refused, Refused)
        assert events_of(log) == []
        assert append(log, saved(V0, V1)) == [1]

    @pytest.mark.parametrize("others", [[], [appending(saved(V0, V1))]])
    def test_a_defect_leaves_nothing_of_anyone(self, log: EventLog, others: list) -> None:  # type: ignore[type-arg]
        def broken(appender: Appender) -> object:
            appending(mounted())(appender)
            raise OSError("a defect")

        before = EventLog.check(log)
        with pytest.raises(OSError, match="a defect"):
            log.transact([*others, broken, *others])
        assert (events_of(log), before) == ([], [])
        assert append(log, saved(V0, V1)) == [1]

    def test_items_see_what_items_before_them_did(self, log: EventLog) -> None:
        outcomes = log.transact([appending(mounted()), lambda a: a.last_seq()])
        assert outcomes[1] == 1

    def test_times_grow_even_if_the_clock_does_not(self, tmp_path: Path) -> None:
        ticks = iter([50, 40, 40, 60])
        with EventLog.create(tmp_path / "log", clock=lambda: next(ticks)) as log:
            append(log, mounted(), mounted())
        with EventLog.open(tmp_path / "log", clock=lambda: next(ticks)) as log:
            append(log, mounted(), mounted())
            with log.snapshot() as tables:
                times = [event.time_ns for event in tables.events(Seq(0))]
        assert times == [50, 51, 52, 60]

    def test_a_snapshot_stays_as_it_was(self, log: EventLog) -> None:
        with log.snapshot() as before:
            append(log, mounted())
            with log.snapshot() as after:
                assert (before.last_seq(), after.last_seq()) == (0, 1)

    def test_snapshots_from_several_threads(self, log: EventLog) -> None:
        append(log, *(saved(V0, V1) for _ in range(50)))
        counts: list[int] = []

        def read() -> None:
            for _ in range(20):
                with log.snapshot() as tables:
                    counts.append(sum(1 for _ in tables.events(Seq(0))))

        threads = [threading.Thread(target=read) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert counts == [50] * 160


class TestFull:
    MAP = 1 << 20

    def test_the_log_goes_on_after_it(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log", map_size=self.MAP) as log:
            (full,) = log.transact([storing(os.urandom(2 * self.MAP))])
            assert isinstance(full, LogFull)
            assert full.code == "disk-full"
            assert append(log, saved(V0, V1)) == [1]
            assert log.check() == []

    def test_it_is_told_to_the_one_who_did_not_fit(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log", map_size=self.MAP) as log:
            first, full, last = log.transact(
                [
                    appending(saved(V0, V1)),
                    storing(os.urandom(2 * self.MAP)),
                    appending(saved(V1, V2)),
                ]
            )
            assert (first, last) == ([1], [2])
            assert isinstance(full, LogFull)
            assert log.check() == []

    def test_filled_to_the_brim_it_is_whole(self, tmp_path: Path) -> None:
        """Small events until nothing fits, here or at the commit."""
        with EventLog.create(tmp_path / "log", map_size=self.MAP) as log:
            accepted = fill(log)
            assert accepted > 100
            assert events_of(log) == list(range(1, accepted + 1))
            assert log.check() == []
        with EventLog.open(tmp_path / "log") as log:
            assert append(log, mounted()) == [accepted + 1]
            assert log.check() == []


class TestContents:
    @pytest.mark.parametrize("content", [b"", b"x", b"text\n" * 10_000, os.urandom(1 << 20)])
    def test_comes_back_as_it_was(self, log: EventLog, content: bytes) -> None:
        log.transact([storing(content)])
        with log.snapshot() as tables:
            assert tables.content(blob_id(content)) == content
            assert tables.content_size(blob_id(content)) == len(content)
            assert tables.has_content(blob_id(content))

    def test_unknown(self, log: EventLog) -> None:
        with log.snapshot() as tables:
            assert tables.content(V0.blob) is None
            assert tables.content_size(V0.blob) is None
            assert not tables.has_content(V0.blob)

    def test_the_id_is_git_s(self) -> None:
        assert blob_id(b"hello\n") == "ce013625030ba8dba906f756967f9e9ca394464a"

    def test_garbage_is_called_damage(self) -> None:
        with pytest.raises(LogDamaged):
            decompress(b"garbage")


class TestOpening:
    def test_what_was_written_is_there(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log") as log:
            append(log, saved(V0, V1))
            log.transact([storing(b"v1"), lambda a: a.set_projected(Seq(1))])
        with EventLog.open(tmp_path / "log") as log:
            assert append(log, saved(V1, V2)) == [2]
        with EventLog.open_reader(tmp_path / "log") as log, log.snapshot() as tables:
            assert tables.last_seq() == 2
            assert tables.projected() == 1
            assert tables.content(blob_id(b"v1")) == b"v1"

    def test_no_log(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        for path in (tmp_path / "nothing", tmp_path / "empty"):
            for way in (EventLog.open, EventLog.open_reader):
                with pytest.raises(LogMissing):
                    way(path)
            assert not (path / "data.mdb").exists()

    def test_create_keeps_a_log_that_is_there(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log") as log:
            append(log, mounted())
        with EventLog.create(tmp_path / "log") as log:
            assert events_of(log) == [1]

    def test_create_completes_what_a_crash_left(self, tmp_path: Path) -> None:
        """An environment without tables, and an empty file."""
        lmdb.open(str(tmp_path / "bare"), max_dbs=1).close()
        (tmp_path / "empty").mkdir()
        (tmp_path / "empty" / "data.mdb").touch()
        for name in ("bare", "empty"):
            with EventLog.create(tmp_path / name) as log:
                assert append(log, mounted()) == [1]

    def test_where_no_directory_can_be(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(LogError):
            EventLog.create(tmp_path / "file" / "log")

    def test_reading_writes_nothing(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log") as log:
            append(log, saved(V0, V1))
        data = tmp_path / "log" / "data.mdb"
        before = (data.read_bytes(), data.stat().st_mtime_ns)
        with EventLog.open_reader(tmp_path / "log") as log:
            assert log.check() == []
            with pytest.raises(LogError):
                log.transact([appending(mounted())])
        assert (data.read_bytes(), data.stat().st_mtime_ns) == before

    def test_an_older_format_is_brought_up_to_date_by_who_writes(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path) as log:
            append(log, mounted())
            log.transact([lambda a: a._put_meta(schema.META_FORMAT, schema.format_value(1))])
        with pytest.raises(LogTooOld, match="format 1"):
            EventLog.open_reader(tmp_path)
        with EventLog.open(tmp_path) as log, log.snapshot() as tables:
            assert tables.last_seq() == 1
        with EventLog.open_reader(tmp_path) as log:
            assert log.check() == []

    def test_a_newer_format_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log") as log:
            log.transact(
                [lambda a: a._put_meta(schema.META_FORMAT, schema.format_value(schema.FORMAT + 1))]
            )
        data = (tmp_path / "log" / "data.mdb").read_bytes()
        for way in (EventLog.open, EventLog.open_reader, EventLog.create):
            with pytest.raises(LogTooNew, match=f"format {schema.FORMAT + 1}"):
                way(tmp_path / "log")
        assert (tmp_path / "log" / "data.mdb").read_bytes() == data

    def test_twice_in_one_process_is_refused(self, log: EventLog) -> None:
        with pytest.raises(LogError):
            EventLog.open_reader(log.path)
        assert append(log, mounted()) == [1]

    def test_after_a_fork_is_refused(self, log: EventLog, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(os, "getpid", lambda: -1)
            with pytest.raises(RuntimeError), log.snapshot():
                pass
            with pytest.raises(RuntimeError):
                log.transact([appending(mounted())])
        assert events_of(log) == []


class TestProcesses:
    READER = """
import sys
from pathlib import Path
from agentfs.eventlog import EventLog
with EventLog.open_reader(Path(sys.argv[1])) as log:
    for _ in sys.stdin:
        with log.snapshot() as tables:
            print(tables.last_seq(), flush=True)
"""

    def test_a_reader_in_another_process_follows(self, log: EventLog) -> None:
        pipe = subprocess.PIPE
        with python(self.READER, log.path, stdin=pipe, stdout=pipe) as reader:
            assert reader.stdin is not None
            assert reader.stdout is not None
            for seq in range(1, 20):
                append(log, saved(V0, V1))
                reader.stdin.write("\n")
                reader.stdin.flush()
                assert reader.stdout.readline() == f"{seq}\n"
            reader.kill()
        # A process has an entry for each snapshot that it ever held at the same time.
        assert log.reader_check() > 0
        assert log.reader_check() == 0

    WRITER = """
import sys
from pathlib import Path
from agentfs.eventlog import EventLog
from tests.support.events import V0, V1, append, saved, storing
with EventLog.create(Path(sys.argv[1])) as log:
    for n in range(1_000_000):
        log.transact([storing(b"%d" % n * 5000)])
        print(append(log, saved(V0, V1, request=n))[0], flush=True)
"""

    def test_what_a_killed_writer_was_told_is_there(self, tmp_path: Path) -> None:
        for length in (1, 3, 30, 7, 100):
            with python(self.WRITER, tmp_path / "log", stdout=subprocess.PIPE) as writer:
                assert writer.stdout is not None
                told = [int(writer.stdout.readline()) for _ in range(length)]
                writer.kill()
                told += [int(line) for line in writer.stdout if line.endswith("\n")]
            with EventLog.open(tmp_path / "log") as log:
                assert len(events_of(log)) >= told[-1]
                assert log.check() == []


class TestRepair:
    def test_the_state_can_be_made_again(self, log: EventLog) -> None:
        append(
            log,
            mounted(),
            saved(V0, V1),
            held(Seq(2), conflicts=(conflict(1),)),
            saved(V0, V1, path=G),
            published(Seq(4), path=G),
        )
        log.transact([lambda a: a.set_projected(Seq(5))])
        with log.snapshot() as tables:
            before = state_of(tables)
        log.transact([lambda a: a.clear_state()])
        assert log.check() != []
        log.rebuild_state()
        with log.snapshot() as tables:
            assert state_of(tables) == before
            assert tables.projected() == 5

    def test_a_row_that_no_event_made_is_found_and_mended(self, log: EventLog) -> None:
        append(log, saved(V0, V1), mounted())
        log.transact([lambda a: a._txn.put(b"zoe", b"", db=a._db.views)])
        log.transact([lambda a: a._txn.put(b"ann", b"?", db=a._db.views)])
        log.transact([lambda a: a._txn.delete(b"ann\0" + F, db=a._db.pending)])
        assert len(log.check()) == 3
        log.rebuild_state()

    def test_a_missing_event_is_found(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log") as log:
            append(log, mounted(), mounted(), mounted())
            log.transact([lambda a: a._txn.delete(schema.event_key(Seq(2)), db=a._db.events)])
            assert log.check() == ["events 2 to 2 are missing"]
        with pytest.raises(LogDamaged):
            EventLog.open_reader(tmp_path / "log")

    def test_an_event_that_cannot_be_read_is_found(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log") as log:
            append(log, mounted())
            log.transact([lambda a: a._txn.put(schema.event_key(Seq(1)), b"?", db=a._db.events)])
            assert len(log.check()) == 1
            with log.snapshot() as tables, pytest.raises(LogDamaged, match="event 1"):
                tables.event(Seq(1))

    def test_contents_are_looked_at(self, tmp_path: Path) -> None:
        with EventLog.create(tmp_path / "log") as log:
            append(log, saved(V0, V1))
            assert log.check(in_git=lambda blob: blob == V1.blob) == []
            assert len(log.check(in_git=lambda blob: False)) == 1
            log.transact([storing(b"v1")])
            assert log.check(in_git=lambda blob: False) == []
            log.transact([lambda a: a.put_content(V2.blob, compress(b"something else"))])
            assert len(log.check()) == 1
