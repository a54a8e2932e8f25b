from __future__ import annotations

from collections.abc import Iterable

from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.views.exposure import Exposures, Reading, Record

ONE, TWO = (Version(BlobId(x * 40), Mode.FILE) for x in "12")
A, B = RepoPath(b"a"), RepoPath(b"b")


def test_each_process_has_its_own_last_reading() -> None:
    exposures = Exposures()
    exposures.saw(10, A, ONE, 1)
    exposures.saw(11, A, TWO, 2)
    assert exposures.last(10, A) == Reading(ONE, 1)
    assert exposures.last(11, A) == Reading(TWO, 2)
    assert exposures.last(12, A) is None


def test_a_path_that_was_deleted_is_new_to_everyone() -> None:
    exposures = Exposures()
    exposures.saw(10, A, ONE, 1)
    exposures.saw(10, B, ONE, 1)
    exposures.forget(A)
    assert exposures.last(10, A) is None
    assert exposures.last(10, B) is not None


def test_who_reads_most_forgets_first() -> None:
    exposures = Exposures(capacity=4)
    exposures.saw(1, A, ONE, 1)
    for number in range(20):
        exposures.saw(2, RepoPath(b"%d" % number), TWO, 2 + number)
    assert exposures.last(1, A) == Reading(ONE, 1)
    assert exposures.last(2, RepoPath(b"19")) == Reading(TWO, 21)
    assert exposures.last(2, RepoPath(b"0")) is None


class Notes:
    """A journal in memory."""

    def __init__(self, long: int = 100) -> None:
        self.records: list[Record] = []
        self._long = long

    def add(self, process: int, path: RepoPath, version: Version | None, at_ns: int) -> bool:
        self.records.append((process, path, version, at_ns))
        return len(self.records) > self._long

    def rewrite(self, records: Iterable[Record]) -> None:
        self.records = list(records)


def test_what_was_read_is_known_to_the_next_process() -> None:
    notes, first, second = Notes(), Exposures(), Exposures()
    first.resume([], notes)
    first.saw(10, A, ONE, 1)
    first.saw(10, B, ONE, 2)
    first.saw(10, A, TWO, 3)
    first.forget(B)
    second.resume(list(notes.records), notes)
    assert second.last(10, A) == Reading(TWO, 3)
    assert second.last(10, B) is None
    assert notes.records == [(10, A, TWO, 3)]


def test_a_long_journal_is_written_anew() -> None:
    notes, exposures = Notes(long=3), Exposures()
    exposures.resume([], notes)
    for time in range(9):
        exposures.saw(10, A, ONE, time)
    assert len(notes.records) <= 3
    assert notes.records[-1] == (10, A, ONE, 8)
