"""A disk that is really full, and how LMDB's ways of saying so are understood."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import lmdb
import pytest

from agentfs.eventlog import EventLog, LogDamaged, LogError, LogFull
from agentfs.eventlog.store import MAX_READERS, in_our_words

FILL = """
import os, sys
from pathlib import Path
from agentfs.eventlog import EventLog, LogFull
from tests.support.events import V0, V1, append, appending, mounted, saved, storing
disk = Path(sys.argv[1])
(disk / "ballast").write_bytes(bytes(1_000_000))
with EventLog.create(disk / "log") as log:
    accepted, full = 0, False
    while not full:
        try:
            answers = log.transact(
                [storing(os.urandom(30_000)), appending(saved(V0, V1, request=accepted))]
            )
            full = any(isinstance(answer, LogFull) for answer in answers)
            accepted += not isinstance(answers[1], LogFull)
        except LogFull:
            full = True
    with log.snapshot() as tables:
        assert tables.last_seq() == accepted > 10
    assert log.check() == []
    (disk / "ballast").unlink()
    append(log, mounted())
    assert log.check() == []
with EventLog.open(disk / "log") as log:
    assert append(log, mounted()) == [accepted + 2]
"""


def can_mount() -> bool:
    """Whether a process may have mounts that nobody else sees."""
    command = ["unshare", "--mount", "true"]
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(not can_mount(), reason="may not mount")
def test_a_full_disk_costs_only_what_did_not_fit(tmp_path: Path) -> None:
    mount = 'mount -t tmpfs -o size=4m none "$1" && exec "$2" -c "$3" "$1"'
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", mount, "sh", str(tmp_path), sys.executable, FILL],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_readers_need_no_more_space(tmp_path: Path) -> None:
    """A hole in a mapped file, on a full disk, is a SIGBUS for who writes there."""
    with EventLog.create(tmp_path) as log:
        table = (tmp_path / "lock.mdb").stat()
        assert table.st_blocks * 512 >= table.st_size > 64 * MAX_READERS
        snapshots = [log.begin_read() for _ in range(200)]
        for snapshot in snapshots:
            snapshot.abort()


@pytest.mark.parametrize(
    ("error", "free", "meaning"),
    [
        (lmdb.MapFullError("mdb_put: MDB_MAP_FULL"), 1 << 30, LogFull),
        (lmdb.DiskError("mdb_txn_commit: No space left on device"), 1 << 30, LogFull),
        (lmdb.Error("mdb_txn_commit: Disk quota exceeded"), 1 << 30, LogFull),
        (lmdb.Error("mdb_txn_commit: Input/output error"), 4096, LogFull),
        (lmdb.Error("mdb_txn_commit: Input/output error"), 1 << 30, LogError),
        (lmdb.CorruptedError("mdb_get: MDB_CORRUPTED"), 4096, LogDamaged),
        (PermissionError(13, "Permission denied"), 4096, LogError),
    ],
)
def test_errors_of_the_disk(
    error: Exception,
    free: int,
    meaning: type[LogError],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Disk:
        f_bavail, f_frsize = free, 1

    monkeypatch.setattr(os, "statvfs", lambda path: Disk)
    assert type(in_our_words(error, tmp_path)) is meaning
