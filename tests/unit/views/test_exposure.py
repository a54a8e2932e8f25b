from __future__ import annotations

from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.views.exposure import Exposures, Reading

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


def test_the_oldest_readings_go_first() -> None:
    exposures = Exposures(capacity=2)
    exposures.saw(1, A, ONE, 1)
    exposures.saw(2, A, ONE, 2)
    exposures.saw(1, A, TWO, 3)
    exposures.saw(3, A, ONE, 4)
    assert exposures.last(2, A) is None
    assert exposures.last(1, A) == Reading(TWO, 3)
