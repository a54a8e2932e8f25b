from __future__ import annotations

import pytest

from agentfs.model.ids import AgentName, BlobId, RepoPath, Seq, TreeId
from agentfs.model.rows import PendingRow, Segment
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.integration.changeset import Change, Changeset, Fast, Outcome
from agentfs.pipeline.publication.message import message_of

ANN = AgentName("ann")
OLD, NEW = (Version(BlobId(digit * 40), Mode.FILE) for digit in "12")
Sides = tuple[Version | None, Version | None]


def changeset(
    paths: dict[bytes, Sides], *, moved: tuple[tuple[bytes, bytes], ...] = (), saves: int = 1
) -> Changeset:
    seqs = tuple(map(Seq, (3, 4, 5, 9, 11, 12)[:saves]))
    row = PendingRow(ANN, RepoPath(b"x"), (Segment(OLD, NEW, seqs, 1),), None, ())
    return Changeset(
        agent=ANN,
        tree=TreeId("0" * 40),
        outcomes=(Outcome(row, row.path, Fast(NEW)),),
        changes=tuple(
            Change(RepoPath(path), before, after, 1) for path, (before, after) in paths.items()
        ),
        moved=tuple((RepoPath(old), RepoPath(new)) for old, new in moved),
        followed=(),
        contents={},
        notes=(),
    )


@pytest.mark.parametrize(
    ("paths", "subject"),
    [
        ({b"src/a.py": (OLD, NEW)}, "edit a.py"),
        ({b"a": (None, NEW), b"b": (None, NEW)}, "add a, b"),
        ({b"a": (OLD, None)}, "delete a"),
        ({b"a": (OLD, None), b"b": (None, NEW), b"c": (OLD, NEW)}, "edit a, b (3 files)"),
        ({b"a": (OLD, OLD), b"b": (OLD, NEW)}, "edit b"),
        ({b"d/" + b"n" * 60: (OLD, NEW)}, "edit " + "n" * 39 + "…"),
        ({}, "nothing that the trunk did not have"),
        ({b"\xff\n": (OLD, NEW)}, "edit \\xff?"),
    ],
)
def test_the_first_line(paths: dict[bytes, Sides], subject: str) -> None:
    assert message_of(changeset(paths)).splitlines()[0] == f"ann: {subject}"


def test_a_folder_renamed() -> None:
    moved = tuple((b"old/%d" % n, b"new/%d" % n) for n in range(3))
    paths: dict[bytes, Sides] = {old: (OLD, None) for old, _ in moved}
    paths |= {new: (None, OLD) for _, new in moved}
    first = message_of(changeset(paths, moved=moved)).splitlines()[0]
    assert first == "ann: rename 0, 1 (3 files)"


def test_trailers_name_the_saves() -> None:
    message = message_of(changeset({b"a": (OLD, NEW)}, saves=6))
    assert message.endswith("\n\nAgentfs-Agent: ann\nAgentfs-Seqs: 3-5 9 11-12\n")
