"""Is a log in order?  Reads only; what it finds is said in sentences, not raised.

`check_format` and `check_numbers` are quick and done whenever a log is opened; `problems`
reads everything, and folds all events a second time to compare.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from agentfs.eventlog import codec, fold, schema, store
from agentfs.eventlog.errors import LogDamaged, LogTooNew, LogTooOld
from agentfs.eventlog.state import StateWriter
from agentfs.eventlog.store import Handles
from agentfs.eventlog.tables import Tables
from agentfs.model.events import Event, Saved
from agentfs.model.ids import BlobId

InGit = Callable[[BlobId], bool]
Record = tuple[bytes, bytes]


def check_format(value: bytes | None) -> None:
    """`value` is what `meta` says.  Raises LogDamaged, LogTooNew or LogTooOld."""
    if value is None or len(value) != 4:
        raise LogDamaged("the log does not say what format it has")
    number = schema.format_of(value)
    if number > schema.FORMAT:
        raise LogTooNew(
            f"the log has format {number}, this agentfs reads format {schema.FORMAT}",
            hint="use a newer agentfs",
        )
    if number < schema.FORMAT:
        raise LogTooOld(
            f"the log has format {number}, this agentfs reads format {schema.FORMAT}",
            hint="agentfs up brings it up to date",
        )


def check_numbers(tables: Tables) -> None:
    """Without gaps, the last number is the count.  Raises LogDamaged."""
    last, count = tables.last_seq(), tables.sizes().events
    if last != count:
        raise LogDamaged(
            f"the log has {count} events, but its last has number {last}",
            hint="restore it from a backup",
        )


def problems(tables: Tables, in_git: InGit | None) -> list[str]:
    """See `EventLog.check`."""
    found, events = _event_problems(tables)
    found += _content_problems(tables)
    if in_git is not None:
        found += _missing_contents(tables, events, in_git)
    # With a broken event there is no right state to compare with.
    return found or _state_problems(tables)


def _event_problems(tables: Tables) -> tuple[list[str], list[Saved]]:
    found, saves = [], []
    expected, time_ns = 1, 0
    for key, record in tables.records("events"):
        seq = schema.number_of(key)
        if seq != expected:
            found.append(f"events {expected} to {seq - 1} are missing")
        expected = seq + 1
        try:
            event: Event = codec.decode(codec.EVENT, record, f"event {seq}")
        except LogDamaged as error:
            found.append(error.message)
            continue
        if event.seq != seq:
            found.append(f"event {seq} says that its number is {event.seq}")
        if event.time_ns <= time_ns:
            found.append(f"event {seq} is not later than the one before it")
        time_ns = event.time_ns
        if isinstance(event, Saved):
            saves.append(event)
    return found, saves


def _content_problems(tables: Tables) -> list[str]:
    found = []
    for key, frame in tables.records("contents"):
        try:
            is_it = codec.blob_id(codec.decompress(frame)) == key.hex()
        except LogDamaged:
            is_it = False
        if not is_it:
            found.append(f"the content of {key.hex()} is not what it was")
    return found


def _missing_contents(tables: Tables, saves: list[Saved], in_git: InGit) -> list[str]:
    blobs = {save.version.blob: save.seq for save in saves if save.version is not None}
    return [
        f"the content {blob} of event {seq} is missing"
        for blob, seq in blobs.items()
        if not tables.has_content(blob) and not in_git(blob)
    ]


def _state_problems(tables: Tables) -> list[str]:
    """Compares the state with a fold of the same events into an empty environment."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="agentfs-check-") as scratch:
        environment = store.open_environment(Path(scratch), readonly=False, durable=False)
        try:
            txn = store.begin(environment, write=True)
            handles = Handles(environment, txn)
            fresh = StateWriter(txn, handles)
            for key, record in tables.records("events"):
                txn.put(key, record, db=handles.events, append=True)
                fold.apply(fresh, codec.decode(codec.EVENT, record, "an event"))
            for name in ("meta", *schema.STATE_TABLES):
                found += _differences(name, tables.records(name), fresh.records(name))
            txn.abort()
        finally:
            environment.close()
    return found


def _differences(name: str, have: Iterator[Record], want: Iterator[Record]) -> Iterator[str]:
    """Merges two sorted runs of records."""
    left, right = _next(have), _next(want)
    while left is not None or right is not None:
        if right is None or (left is not None and left[0] < right[0]):
            assert left is not None
            if _is_state(name, left[0]):
                yield f"table {name} has {left[0]!r}, which no event put there"
            left = _next(have)
        elif left is None or right[0] < left[0]:
            yield f"table {name} lacks {right[0]!r}"
            right = _next(want)
        else:
            if left[1] != right[1]:
                yield f"table {name} has something else at {left[0]!r} than the events say"
            left, right = _next(have), _next(want)


def _next(records: Iterator[Record]) -> Record | None:
    return next(records, None)


def _is_state(name: str, key: bytes) -> bool:
    return name != "meta" or key in schema.STATE_META
