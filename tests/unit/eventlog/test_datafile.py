"""Damaged files: LogDamaged each time, never the end of the interpreter.

Each damage is tried in a process of its own, since what it must not do is kill it.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agentfs.eventlog import EventLog, LogDamaged, LogTooNew
from agentfs.eventlog.datafile import check_data_file
from tests.support.events import V0, V1, append, saved, storing

PAGE = 4096

OPEN = """
import sys
from pathlib import Path
from agentfs.eventlog import EventLog, LogError
from agentfs.model.ids import Seq
for way in (EventLog.open_reader, EventLog.open, EventLog.create):
    try:
        with way(Path(sys.argv[1])) as log, log.snapshot() as tables:
            print("opened", len(list(tables.events(Seq(0)))))
    except LogError as error:
        print(error.code)
"""


def verdicts(log: Path) -> list[str]:
    """What a process says that opens the log in all three ways."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(log)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        check=False,
    )
    assert done.returncode == 0, done
    return done.stdout.splitlines()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data file of a log with 300 events and some contents."""
    with EventLog.create(tmp_path / "log") as log:
        append(log, *(saved(V0, V1, request=n) for n in range(300)))
        for n in range(30):
            log.transact([storing(bytes([n]) * 50_000 + os.urandom(10_000))])
    return tmp_path / "log" / "data.mdb"


def truncated_to(size: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:size]


def with_pages(numbers: range, filler: bytes) -> Callable[[bytes], bytes]:
    def damage(content: bytes) -> bytes:
        start, stop = numbers.start * PAGE, numbers.stop * PAGE
        return content[:start] + (filler * (stop - start))[: stop - start] + content[stop:]

    return damage


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "one byte": truncated_to(1),
    "half a page": truncated_to(PAGE // 2),
    "one page": truncated_to(PAGE),
    "only the meta pages": truncated_to(2 * PAGE),
    "some pages": truncated_to(7 * PAGE),
    "half of it": lambda content: content[: len(content) // 2],
    "all but the last page": lambda content: content[:-PAGE],
    "all but the last byte": lambda content: content[:-1],
    "random bytes": lambda content: os.urandom(len(content)),
    "zeros": lambda content: bytes(len(content)),
    "text": lambda content: b"not a log\n" * 1000,
    "first page zeroed": with_pages(range(1), b"\0"),
    "second page zeroed": with_pages(range(1, 2), b"\0"),
    "all but the meta pages zeroed": lambda content: (
        content[: 2 * PAGE] + bytes(len(content) - 2 * PAGE)
    ),
    "all but the meta pages random": lambda content: (
        content[: 2 * PAGE] + os.urandom(len(content) - 2 * PAGE)
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_damage_is_said(data: Path, damage: Callable[[bytes], bytes]) -> None:
    data.write_bytes(damage(data.read_bytes()))
    assert verdicts(data.parent) == ["log-damaged"] * 3


def test_a_whole_file_is_opened(data: Path) -> None:
    assert verdicts(data.parent) == ["opened 300"] * 3


def test_a_longer_file_is_opened(data: Path) -> None:
    """A crash in the middle of a commit leaves pages that nothing refers to."""
    with data.open("ab") as file:
        file.write(os.urandom(10 * PAGE + 17))
    assert verdicts(data.parent) == ["opened 300"] * 3


def test_the_file_of_a_newer_lmdb_is_called_that(data: Path) -> None:
    content = bytearray(data.read_bytes())
    for page in (0, PAGE):
        struct.pack_into("<I", content, page + 16 + 4, 2)
    data.write_bytes(content)
    with pytest.raises(LogTooNew):
        check_data_file(data.parent)


def test_a_file_may_lack_pages_that_are_free(tmp_path: Path) -> None:
    """LMDB counts pages that a transaction took and gave back, and never writes them."""
    with EventLog.create(tmp_path / "log") as log:
        # Small holes, in which the list of free pages itself finds room.
        for n in range(10):
            append(log, saved(V0, V1, request=n))

        def take_and_give_back(appender) -> None:  # type: ignore[no-untyped-def]
            appender.append(saved(V0, V1))
            appender.put_content(V1.blob, os.urandom(400_000))
            appender._txn.delete(bytes.fromhex(V1.blob), db=appender._db.contents)

        log.transact([take_and_give_back])
    data = tmp_path / "log" / "data.mdb"
    last_page = max(
        struct.unpack_from("<Q", data.read_bytes(), page + 16 + 24 + 96)[0] for page in (0, PAGE)
    )
    assert data.stat().st_size < (last_page + 1) * PAGE
    assert verdicts(tmp_path / "log") == ["opened 11"] * 3
    os.truncate(data, 5 * PAGE)
    with pytest.raises(LogDamaged):
        check_data_file(tmp_path / "log")


def test_looking_while_another_writes(tmp_path: Path) -> None:
    """The file is looked at between and during commits; it is never called damaged."""
    writer = """
import sys
from pathlib import Path
from agentfs.eventlog import EventLog
from tests.support.events import V0, V1, append, saved, storing
with EventLog.create(Path(sys.argv[1])) as log:
    print("ready", flush=True)
    for n in range(300):
        append(log, saved(V0, V1, request=n))
        log.transact([storing(b"%d" % n * 2000)])
"""
    with subprocess.Popen(
        [sys.executable, "-c", writer, str(tmp_path / "log")],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        looks = 0
        while process.poll() is None:
            check_data_file(tmp_path / "log")
            looks += 1
    assert process.returncode == 0
    assert looks > 10
