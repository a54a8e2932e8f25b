"""Is a file an LMDB data file that LMDB can map without dying?  Reads only.

LMDB trusts its file: it maps it and follows page numbers.  A page behind the file's end is
then a SIGBUS, which nobody can catch.  So before it is opened this module looks at what LMDB
looks at first: both meta pages, the length of the file, and the root page of every table.
It does not look at the other pages; damage there is found when they are read, or by
`EventLog.check`.

The layout is that of LMDB 0.9 on 64-bit machines (`struct MDB_meta`, `MDB_db`, `MDB_page`,
`MDB_node` in its mdb.c).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from agentfs.eventlog.errors import LogDamaged, LogMissing, LogTooNew

_MAGIC: Final = 0xBEEFC0DE
_VERSION: Final = 1
_NO_PAGE: Final = (1 << 64) - 1

_PAGE: Final = struct.Struct("<QHHHH")
"""Number, pad, flags, lower, upper."""
_META: Final = struct.Struct("<IIQQ48s48sQQ")
"""Magic, version, address, map size, free table, main table, last page, transaction."""
_TABLE: Final = struct.Struct("<IHHQQQQQ")
"""Pad (of the free table: page size), flags, depth, branch, leaf, overflow, entries, root."""
_NODE: Final = struct.Struct("<HHHH")
"""Low and high half of the size or page, flags, size of the key."""

_BRANCH: Final = 0x01
_LEAF: Final = 0x02
_OVERFLOW: Final = 0x04
_META_PAGE: Final = 0x08
_NODE_OVERFLOW: Final = 0x01
_NODE_TABLE: Final = 0x02

_FIRST_PAGE: Final = 2
"""Behind the meta pages."""
_TRIES: Final = 20


class _Meta(NamedTuple):
    page_size: int
    free_root: int
    main_root: int
    last_page: int
    transaction: int


def check_data_file(directory: Path) -> None:
    """Raises LogMissing, LogDamaged or LogTooNew.

    May be called while another process writes: a verdict that a commit may have disturbed
    is thought over again.
    """
    path = directory / "data.mdb"
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        raise LogMissing(f"there is no log in {directory}", hint="run agentfs init") from None
    try:
        _File(fd, path).check()
    finally:
        os.close(fd)


class _File:
    def __init__(self, fd: int, path: Path) -> None:
        self._fd = fd
        self._path = path

    def check(self) -> None:
        for _ in range(_TRIES):
            meta = self._newest_meta()
            try:
                self._check_pages(meta)
            except LogDamaged:
                if self._newest_meta().transaction == meta.transaction:
                    raise
            else:
                return
        # The file is being written faster than it can be looked at: then it is in order.

    def _check_pages(self, meta: _Meta) -> None:
        # Read the length after the meta page: a commit makes the file longer first.
        pages = os.fstat(self._fd).st_size // meta.page_size
        if meta.last_page >= pages:
            self._check_missing(meta, pages)
        if meta.free_root != _NO_PAGE:
            self._page(meta.free_root, meta)
        for flags, data in self._records(meta.main_root, meta):
            if flags & _NODE_TABLE and len(data) == _TABLE.size:
                root = _TABLE.unpack(data)[7]
                if root != _NO_PAGE:
                    self._page(root, meta)

    def _newest_meta(self) -> _Meta:
        first = self._meta(0)
        return max(first, self._meta(first.page_size), key=lambda meta: meta.transaction)

    def _meta(self, offset: int) -> _Meta:
        raw = os.pread(self._fd, _PAGE.size + _META.size, offset)
        if len(raw) < _PAGE.size + _META.size:
            raise self._damaged("it ends in its first pages")
        flags = _PAGE.unpack_from(raw)[2]
        magic, version, _, _, free, main, last, transaction = _META.unpack_from(raw, _PAGE.size)
        if magic != _MAGIC or not flags & _META_PAGE:
            raise self._damaged("it does not begin as an LMDB file does")
        if version > _VERSION:
            raise LogTooNew(f"{self._path} was written by a newer LMDB (version {version})")
        page_size, free_root = _TABLE.unpack(free)[0], _TABLE.unpack(free)[7]
        if page_size not in (1 << bits for bits in range(9, 17)):
            raise self._damaged("its page size makes no sense")
        return _Meta(page_size, free_root, _TABLE.unpack(main)[7], last, transaction)

    def _check_missing(self, meta: _Meta, pages: int) -> None:
        """The file is shorter than LMDB counts.  That is right only if all pages behind its
        end are free: LMDB does not write a page that was taken and freed in one transaction.
        """
        missing = meta.last_page + 1 - pages
        for _, data in self._records(meta.free_root, meta):
            numbers = struct.unpack(f"<{len(data) // 8}Q", data[: len(data) // 8 * 8])
            missing -= sum(1 for number in numbers[1:] if pages <= number <= meta.last_page)
        if missing > 0:
            raise self._damaged(f"{missing} of its {meta.last_page + 1} pages are missing")

    def _page(self, number: int, meta: _Meta, kinds: int = _BRANCH | _LEAF) -> bytes:
        if not _FIRST_PAGE <= number <= meta.last_page:
            raise self._damaged(f"it has no page {number}")
        raw = os.pread(self._fd, meta.page_size, number * meta.page_size)
        if len(raw) < meta.page_size:
            raise self._damaged(f"its page {number} is missing")
        found, _, flags, lower, upper = _PAGE.unpack_from(raw)
        if found != number or not flags & kinds:
            raise self._damaged(f"its page {number} is something else")
        if not flags & _OVERFLOW and not _PAGE.size <= lower <= upper <= meta.page_size:
            raise self._damaged(f"its page {number} makes no sense")
        return raw

    def _records(self, root: int, meta: _Meta) -> Iterator[tuple[int, bytes]]:
        """Flags and data of every record of the table at `root`."""
        left = [] if root == _NO_PAGE else [root]
        budget = meta.last_page + 1
        while left:
            budget -= 1
            if budget < 0:
                raise self._damaged("its pages go round in a circle")
            raw = self._page(left.pop(), meta)
            _, _, kind, lower, _ = _PAGE.unpack_from(raw)
            for at in struct.unpack_from(f"<{(lower - _PAGE.size) // 2}H", raw, _PAGE.size):
                if at + _NODE.size > meta.page_size:
                    raise self._damaged("a record lies outside its page")
                low, high, flags, key_size = _NODE.unpack_from(raw, at)
                if kind & _BRANCH:
                    left.append(low | high << 16 | flags << 32)
                else:
                    start = at + _NODE.size + key_size
                    yield flags, self._data(raw, start, low | high << 16, flags, meta)

    def _data(self, raw: bytes, start: int, size: int, flags: int, meta: _Meta) -> bytes:
        if flags & _NODE_OVERFLOW:
            number = int.from_bytes(raw[start : start + 8], "little")
            self._page(number, meta, _OVERFLOW)
            data = os.pread(self._fd, size, number * meta.page_size + _PAGE.size)
        else:
            data = raw[start : start + size]
        if len(data) < size:
            raise self._damaged("a record is cut off")
        return data

    def _damaged(self, what: str) -> LogDamaged:
        return LogDamaged(
            f"{self._path} is damaged: {what}",
            hint="restore it from a backup; git's own branches are untouched",
        )
