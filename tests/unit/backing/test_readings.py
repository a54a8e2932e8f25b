from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agentfs.backing import processes, readings
from agentfs.backing.readings import ReadingsFile, Record
from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.versions import Mode, Version

VERSION = Version(BlobId("a" * 40), Mode.FILE)
PATH = RepoPath(b"src/\xff.py")


def begun(folder: Path) -> ReadingsFile:
    file = ReadingsFile(folder / "readings")
    file.rewrite([])
    return file


def now(path: RepoPath = PATH, version: Version | None = VERSION) -> Record:
    return Record(os.getpid(), path, version, processes.since_boot_ns())


def add(file: ReadingsFile, record: Record) -> bool:
    return file.add(record.process, record.path, record.version, record.at_ns)


def again(folder: Path) -> list[Record]:
    return list(ReadingsFile(folder / "readings").records())


def test_the_next_process_finds_what_was_added(tmp_path: Path) -> None:
    file = begun(tmp_path)
    records = [now(), now(version=None), Record(0, PATH, None, 0)]
    assert not any(add(file, record) for record in records)
    assert again(tmp_path) == records


def test_readings_of_the_dead_and_of_earlier_holders_of_an_id_do_not_count(tmp_path: Path) -> None:
    file = begun(tmp_path)
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    add(file, Record(dead.pid, PATH, VERSION, processes.since_boot_ns()))
    add(file, Record(os.getpid(), PATH, VERSION, processes.started_ns(os.getpid()) - 1))
    assert again(tmp_path) == []


def test_those_before_the_machine_started_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(begun(tmp_path), now())
    other = tmp_path / "boot_id"
    other.write_text("another\n")
    monkeypatch.setattr(readings, "_BOOT_ID", other)
    assert again(tmp_path) == []


@pytest.mark.parametrize("cut", [1, 3, 20])
def test_a_torn_end_is_left_out(tmp_path: Path, cut: int) -> None:
    file, first = begun(tmp_path), now()
    add(file, first)
    add(file, now())
    os.truncate(tmp_path / "readings", (tmp_path / "readings").stat().st_size - cut)
    assert again(tmp_path) == [first]


def test_an_empty_file_and_garbage_hold_nothing(tmp_path: Path) -> None:
    assert again(tmp_path) == []
    (tmp_path / "readings").write_bytes(os.urandom(500))
    assert again(tmp_path) == []


def test_a_full_disk_forgets_and_does_not_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, first, third = begun(tmp_path), now(), now()
    add(file, first)
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, data[:7]))
    add(file, now())
    monkeypatch.undo()
    add(file, third)
    assert again(tmp_path) == [first, third]


def test_a_long_file_asks_to_be_rewritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "SIZE_LIMIT", 500)
    file = ReadingsFile(tmp_path / "readings")
    file.rewrite([])
    last = now()
    while not add(file, last):
        pass
    file.rewrite([(last.process, last.path, last.version, last.at_ns)])
    assert again(tmp_path) == [last]
    assert not add(file, last)
    file.close()
