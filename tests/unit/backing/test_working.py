from __future__ import annotations

import os
from pathlib import Path

import pytest

from agentfs.backing.working import Note, WorkingFiles
from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.versions import Mode, Version

NOTE = Note(RepoPath(b"src/\xff.py"), Version(BlobId("a" * 40), Mode.FILE), False)


def test_a_working_copy_holds_what_was_written(tmp_path: Path) -> None:
    working = WorkingFiles(tmp_path / "work").create(NOTE, b"hello world")
    working.write(6, b"there")
    working.truncate(9)
    assert working.content() == b"hello the"
    assert working.read(6, 100) == b"the"
    assert working.size() == 9


def test_closing_leaves_nothing(tmp_path: Path) -> None:
    WorkingFiles(tmp_path / "work").create(NOTE, b"x").close()
    assert list((tmp_path / "work").iterdir()) == []


def test_what_a_dead_process_left_is_found_again(tmp_path: Path) -> None:
    left = WorkingFiles(tmp_path / "work").create(NOTE, b"half")
    os.close(left.fd)
    again = WorkingFiles(tmp_path / "work")
    [(note, working)] = again.leftovers()
    assert note == NOTE
    assert working.content() == b"half"
    assert again.create(NOTE, b"").file != left.file


@pytest.mark.parametrize("damage", [None, b"", b"\xc1 torn"])
def test_one_without_a_note_goes(tmp_path: Path, damage: bytes | None) -> None:
    left = WorkingFiles(tmp_path / "work").create(NOTE, b"half")
    os.close(left.fd)
    note = left.file.with_name(left.file.name + ".note")
    if damage is None:
        note.unlink()
    else:
        note.write_bytes(damage)
    assert list(WorkingFiles(tmp_path / "work").leftovers()) == []
    assert not left.file.exists()


def test_given_away_it_is_the_private_file(tmp_path: Path) -> None:
    working = WorkingFiles(tmp_path / "work").create(NOTE, b"x")
    target = tmp_path / "private"
    working.give_away(target)
    working.write(1, b"y")
    working.close()
    assert target.read_bytes() == b"xy"
    assert list((tmp_path / "work").iterdir()) == []


def test_an_adopted_file_keeps_its_openers(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.write_bytes(b"abc")
    with private.open("r+b") as opener:
        working = WorkingFiles(tmp_path / "work").adopt(NOTE, private)
        opener.write(b"X")
        opener.flush()
        assert working.content() == b"Xbc"
    assert not private.exists()


def test_what_was_removed_while_open_is_not_found_again(tmp_path: Path) -> None:
    working = WorkingFiles(tmp_path / "work").create(NOTE, b"x")
    working.abandon()
    working.write(1, b"y")
    assert working.content() == b"xy"
    assert list(WorkingFiles(tmp_path / "work").leftovers()) == []
    working.close()
