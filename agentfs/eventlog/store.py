"""The LMDB environment of a log: opening it, its tables' handles, its errors in our words.

What must hold: an environment is open at most once in a process (LMDB's file locks are lost
otherwise; the binding refuses a second one), and is not used after a fork.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol, cast

import lmdb

from agentfs.eventlog import schema
from agentfs.eventlog.errors import LogDamaged, LogError, LogFull

MAP_SIZE: Final = 64 << 30
"""Address space, not disk space: the file grows as it is written."""
MAX_READERS: Final = 8192
"""Entries in the table of readers; each snapshot has one, and a process keeps some."""
_SPARE_READERS: Final = 2
_READERS_BYTES: Final = 64 * (MAX_READERS + 2)
"""What LMDB gives that table: a cache line each, and its head."""

_NO_SPACE: Final = 1 << 20
_FULL: Final = tuple(os.strerror(number) for number in (errno.ENOSPC, errno.EDQUOT))
_DAMAGE: Final = (
    lmdb.CorruptedError,
    lmdb.PageNotFoundError,
    lmdb.PanicError,
    lmdb.InvalidError,
    lmdb.VersionMismatchError,
    lmdb.IncompatibleError,
    lmdb.NotFoundError,
)

Handle = Any
"""What LMDB's binding calls a database; it has no public type."""


class Cursor(Protocol):
    """The binding's, for transactions without buffers: then everything is bytes."""

    def key(self) -> bytes: ...
    def first(self) -> bool: ...
    def last(self) -> bool: ...
    def prev(self) -> bool: ...
    def set_key(self, key: bytes, /) -> bool: ...
    def set_range(self, key: bytes, /) -> bool: ...
    def __iter__(self) -> Iterator[tuple[bytes, bytes]]: ...
    def iterprev(self) -> Iterator[tuple[bytes, bytes]]: ...


class Transaction(Protocol):
    """As `Cursor`."""

    def get(self, key: bytes, default: None = None, *, db: Handle) -> bytes | None: ...
    def put(
        self,
        key: bytes,
        value: bytes,
        *,
        db: Handle,
        overwrite: bool = True,
        append: bool = False,
    ) -> bool: ...
    def delete(self, key: bytes, *, db: Handle) -> bool: ...
    def pop(self, key: bytes, *, db: Handle) -> bytes | None: ...
    def drop(self, db: Handle, *, delete: bool) -> None: ...
    def cursor(self, db: Handle, /) -> Cursor: ...
    def stat(self, db: Handle, /) -> dict[str, int]: ...
    def commit(self) -> None: ...
    def abort(self) -> None: ...


def begin(
    environment: lmdb.Environment, *, write: bool = False, parent: Transaction | None = None
) -> Transaction:
    return cast(
        Transaction,
        environment.begin(write=write, parent=cast("lmdb.Transaction | None", parent)),
    )


class Handles:
    """The handle of every table, by its name in `schema`."""

    __slots__ = schema.TABLES

    meta: Handle
    events: Handle
    contents: Handle
    paths: Handle
    moved: Handle
    pending: Handle
    waiting: Handle
    conflicts: Handle
    views: Handle
    kept: Handle
    history: Handle
    by_agent: Handle
    requests: Handle
    request_ring: Handle
    leases: Handle
    leases_on: Handle
    leases_of: Handle
    queue: Handle
    refusals: Handle
    refused: Handle

    def __init__(self, environment: lmdb.Environment, txn: Transaction | None) -> None:
        """Makes what is missing if there is a `txn`, a write transaction that must then be
        committed; else raises lmdb.NotFoundError."""
        for name in schema.TABLES:
            setattr(self, name, open_table(environment, txn, name))


def open_table(environment: lmdb.Environment, txn: Transaction | None, name: str) -> Handle:
    """As `Handles`.  A handle that a read transaction opened would end with it, so without a
    write transaction the binding takes care of one of its own."""
    raw = cast("lmdb.Transaction | None", txn)
    return environment.open_db(name.encode(), txn=raw, create=txn is not None)


def open_environment(
    path: Path, *, readonly: bool, map_size: int = MAP_SIZE, durable: bool = True
) -> lmdb.Environment:
    """Raises lmdb.Error and OSError."""
    if not readonly:
        _reserve_readers(path)
    return lmdb.open(
        str(path),
        map_size=map_size,
        max_dbs=32,
        max_readers=MAX_READERS,
        max_spare_txns=_SPARE_READERS,
        mode=0o600,
        readonly=readonly,
        create=not readonly,
        sync=durable,
        metasync=durable,
        # Reads are of single rows all over the file; the kernel's guess would cost memory.
        readahead=False,
        meminit=False,
    )


def _reserve_readers(path: Path) -> None:
    """Give the table of readers all its space before LMDB makes it.

    LMDB makes a file with holes and maps it: on a full disk the 63rd reader would die of a
    SIGBUS.  Before, and never after: to close a file that it has open takes its locks away.
    """
    table = path / "lock.mdb"
    if table.exists() and table.stat().st_size >= _READERS_BYTES:
        return
    fd = os.open(table, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        os.posix_fallocate(fd, 0, _READERS_BYTES)
    finally:
        os.close(fd)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """LMDB's errors that leave the block become LogError of the right class."""
    try:
        yield
    except lmdb.Error as error:
        raise in_our_words(error, path) from error


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """As `translated`, and the same for the errors of files."""
    try:
        with translated(path):
            yield
    except OSError as error:
        raise in_our_words(error, path) from error


def in_our_words(error: Exception, path: Path) -> LogError:
    if is_full(error, path):
        return LogFull(
            "there is no space left for the log",
            hint="free some space on its disk; nothing that was saved is lost",
        )
    if isinstance(error, _DAMAGE):
        return LogDamaged(f"the log in {path} is damaged: {error}", hint="restore it from a backup")
    return LogError(f"the log in {path} could not be used: {error}")


def is_full(error: Exception, path: Path) -> bool:
    """Whether `error` says that the log in `path` found no space."""
    if isinstance(error, lmdb.MapFullError | lmdb.DiskError):
        return True
    if any(text in str(error) for text in _FULL):
        return True
    # LMDB says so too if the disk took only a part of what it wrote: its last free bytes.
    return os.strerror(errno.EIO) in str(error) and _free_bytes(path) < _NO_SPACE


def _free_bytes(path: Path) -> int:
    try:
        found = os.statvfs(path)
    except OSError:
        return 0
    return found.f_bavail * found.f_frsize
