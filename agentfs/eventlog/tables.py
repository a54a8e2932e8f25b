"""The log as one transaction sees it: typed reads of every table of `schema`.

A `Tables` is valid inside the `with` block that gave it, and so are its iterators.  Nothing
here writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from agentfs.eventlog import codec, schema
from agentfs.eventlog.errors import LogDamaged
from agentfs.eventlog.store import Handle, Handles, Transaction
from agentfs.eventlog.subjects import agent_of
from agentfs.model import paths
from agentfs.model.conflicts import Conflict
from agentfs.model.events import Event, Initialized
from agentfs.model.ids import AgentName, BlobId, ConflictId, RepoPath, Seq, SessionId
from agentfs.model.locks import Lease, Ticket, Token, Wait
from agentfs.model.rows import Head, KeptRow, MoveRow, PathRow, PendingRow, RefusalRow, ViewRow

T = TypeVar("T")


class Sizes(msgspec.Struct, frozen=True):
    """How much the log holds.  `bytes` is what its tables take on the disk."""

    events: int
    contents: int
    bytes: int


class Tables:
    """Reads.  Any of them raises LogDamaged for a record that cannot be read."""

    __slots__ = ("_db", "_txn")

    def __init__(self, txn: Transaction, handles: Handles) -> None:
        self._txn = txn
        self._db = handles

    # --- events and contents

    def last_seq(self) -> Seq:
        """0 if there is no event yet."""
        cursor = self._txn.cursor(self._db.events)
        return Seq(schema.number_of(cursor.key()) if cursor.last() else 0)

    def event(self, seq: Seq) -> Event:
        """Raises LogDamaged if there is none: a seq that anything names is in the log."""
        record = self._txn.get(schema.event_key(seq), db=self._db.events)
        if record is None:
            raise LogDamaged(f"event {seq} is missing from the log")
        return _event(schema.event_key(seq), record)

    def events(self, after: Seq, limit: int | None = None) -> Iterator[Event]:
        """Those behind `after`, oldest first, at most `limit`."""
        cursor = self._txn.cursor(self._db.events)
        if not cursor.set_range(schema.event_key(Seq(after + 1))):
            return
        for count, (key, record) in enumerate(cursor):
            if limit is not None and count >= limit:
                return
            yield _event(key, record)

    def events_newest_first(
        self, agent: AgentName | None = None, path: RepoPath | None = None
    ) -> Iterator[Event]:
        """All, or those of `agent`, or those that say something of `path`, or of both."""
        if path is not None:
            found = map(self.event, self._indexed(self._db.history, schema.path_prefix(path)))
            return (event for event in found if agent is None or agent_of(event) == agent)
        if agent is not None:
            return map(self.event, self._indexed(self._db.by_agent, schema.agent_prefix(agent)))
        return self._all_backwards()

    def content(self, blob: BlobId) -> bytes | None:
        """None if the log has no such content; git may."""
        frame = self._txn.get(schema.blob_key(blob), db=self._db.contents)
        return None if frame is None else codec.decompress(frame)

    def content_size(self, blob: BlobId) -> int | None:
        """As `content`, only how long it is."""
        frame = self._txn.get(schema.blob_key(blob), db=self._db.contents)
        return None if frame is None else codec.content_size(frame)

    def has_content(self, blob: BlobId) -> bool:
        return self._txn.cursor(self._db.contents).set_key(schema.blob_key(blob))

    # --- the trunk

    def initialized(self) -> Initialized | None:
        return self._row(self._db.meta, schema.META_INITIALIZED, codec.INITIALIZED)

    def head(self) -> Head | None:
        return self._row(self._db.meta, schema.META_HEAD, codec.HEAD)

    def path_row(self, path: RepoPath) -> PathRow | None:
        return self._row(self._db.paths, schema.path_key(path), codec.PATH)

    def moved(self, old: RepoPath) -> MoveRow | None:
        return self._row(self._db.moved, schema.path_key(old), codec.MOVE)

    def projected(self) -> Seq:
        """Up to here git is known to have everything; 0 if nothing is known."""
        value = self._txn.get(schema.META_PROJECTED, db=self._db.meta)
        return Seq(0 if value is None else schema.number_of(value))

    # --- unpublished saves and conflicts

    def pending(self, agent: AgentName, path: RepoPath) -> PendingRow | None:
        return self._row(self._db.pending, schema.agent_path_key(agent, path), codec.PENDING)

    def pending_of(self, agent: AgentName) -> list[PendingRow]:
        """In order of their paths."""
        rows = self._rows(self._db.pending, codec.PENDING, schema.agent_prefix(agent))
        return sorted(rows, key=lambda row: row.path)

    def pending_all(self) -> Iterator[PendingRow]:
        """Agent by agent."""
        return self._rows(self._db.pending, codec.PENDING)

    def held_on(self, path: RepoPath) -> list[PendingRow]:
        """The held rows of `path`, of all agents."""
        prefix = schema.path_prefix(path)
        keys = [key for key, _ in self._scan(self._db.waiting, prefix)]
        rows = (self.pending(AgentName(key[len(prefix) :].decode()), path) for key in keys)
        return [row for row in rows if row is not None]

    def conflict(self, number: ConflictId) -> Conflict | None:
        return self._row(self._db.conflicts, schema.conflict_key(number), codec.CONFLICT)

    def conflicts(self) -> Iterator[Conflict]:
        """Oldest first."""
        return self._rows(self._db.conflicts, codec.CONFLICT)

    def next_conflict_id(self) -> ConflictId:
        """The first id that no conflict ever had.  Taken only by the Held that uses it."""
        value = self._txn.get(schema.META_CONFLICT, db=self._db.meta)
        return ConflictId(1 if value is None else schema.number_of(value) + 1)

    # --- views

    def view(self, agent: AgentName) -> ViewRow | None:
        return self._row(self._db.views, schema.agent_key(agent), codec.VIEW)

    def views(self) -> Iterator[ViewRow]:
        """Of every agent that was ever mounted, by name."""
        return self._rows(self._db.views, codec.VIEW)

    def kept_of(self, agent: AgentName) -> list[KeptRow]:
        """In order of their paths."""
        rows = self._rows(self._db.kept, codec.KEPT, schema.agent_prefix(agent))
        return sorted(rows, key=lambda row: row.path)

    def request(self, agent: AgentName, session: SessionId, request: int) -> tuple[Seq, ...] | None:
        """The saves that this request made; None if it is new, or forgotten."""
        key = schema.request_key(agent, session, request)
        return self._row(self._db.requests, key, codec.SEQS)

    # --- locks

    def lease(self, token: Token) -> Lease | None:
        return self._row(self._db.leases, schema.number_key(token), codec.LEASE)

    def leases(self) -> Iterator[Lease]:
        """All that were granted and not given back, by token; some may have expired."""
        return self._rows(self._db.leases, codec.LEASE)

    def leases_of(self, agent: AgentName) -> list[Lease]:
        return self._leases(self._db.leases_of, schema.agent_prefix(agent))

    def leases_in(self, path: RepoPath) -> list[Lease]:
        """Those of the file `path` and of symbols in it."""
        return self._leases(self._db.leases_on, schema.path_prefix(path))

    def lease_modules(self) -> Iterator[tuple[Token, RepoPath]]:
        """The leases of modules, each with its pattern."""
        for key, pattern in self._scan(self._db.leases_on, schema.MODULES):
            yield Token(schema.number_of(key)), RepoPath(pattern)

    def queue(self) -> Iterator[Wait]:
        """In order of arrival."""
        return self._rows(self._db.queue, codec.WAIT)

    def highest_token(self) -> Token:
        """0 if none was ever given."""
        return Token(self._number(schema.META_TOKEN))

    def highest_ticket(self) -> Ticket:
        return Ticket(self._number(schema.META_TICKET))

    def locks_seq(self) -> Seq:
        """The last event that changed leases or queue; 0 if there was none."""
        return Seq(self._number(schema.META_LOCKS))

    def refusal(self, agent: AgentName, path: RepoPath) -> RefusalRow | None:
        return self._row(self._db.refusals, schema.agent_path_key(agent, path), codec.REFUSAL)

    def refusals(self, agent: AgentName | None = None) -> Iterator[RefusalRow]:
        """Of one agent, or of all, agent by agent."""
        prefix = b"" if agent is None else schema.agent_prefix(agent)
        return self._rows(self._db.refusals, codec.REFUSAL, prefix)

    def refused(self, agent: AgentName) -> Iterator[Seq]:
        """The Refused events of `agent`, newest first."""
        return self._indexed(self._db.refused, schema.agent_prefix(agent))

    def _leases(self, table: Handle, prefix: bytes) -> list[Lease]:
        tokens = [Token(schema.number_of(key)) for key, _ in self._scan(table, prefix)]
        found = map(self.lease, tokens)
        return [lease for lease in found if lease is not None]

    def _number(self, key: bytes) -> int:
        value = self._txn.get(key, db=self._db.meta)
        return 0 if value is None else schema.number_of(value)

    def sizes(self) -> Sizes:
        stats = [self._txn.stat(getattr(self._db, name)) for name in schema.TABLES]
        taken = sum(
            (stat["branch_pages"] + stat["leaf_pages"] + stat["overflow_pages"]) * stat["psize"]
            for stat in stats
        )
        counts = {name: stat["entries"] for name, stat in zip(schema.TABLES, stats, strict=True)}
        return Sizes(events=counts["events"], contents=counts["contents"], bytes=taken)

    def records(self, table: str) -> Iterator[tuple[bytes, bytes]]:
        """Every key and value of a table of `schema.TABLES`, as they are, in order."""
        return self._scan(getattr(self._db, table), b"")

    # --- how it is read

    def _row(self, table: Handle, key: bytes, decoder: msgspec.msgpack.Decoder[T]) -> T | None:
        record = self._txn.get(key, db=table)
        return None if record is None else codec.decode(decoder, record, _shown(key))

    def _rows(
        self, table: Handle, decoder: msgspec.msgpack.Decoder[T], prefix: bytes = b""
    ) -> Iterator[T]:
        for key, record in self._scan(table, prefix):
            yield codec.decode(decoder, record, _shown(key))

    def _scan(self, table: Handle, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Key and value of every record whose key begins with `prefix`, in order."""
        cursor = self._txn.cursor(table)
        if not cursor.set_range(prefix):
            return
        for key, value in cursor:
            if not key.startswith(prefix):
                return
            yield key, value

    def _indexed(self, table: Handle, prefix: bytes) -> Iterator[Seq]:
        """The seqs that an index has under `prefix`, newest first."""
        cursor = self._txn.cursor(table)
        # No seq is as high as this, so the cursor stands behind the prefix's last key.
        beyond = cursor.set_range(prefix + b"\xff" * 9)
        if not (cursor.prev() if beyond else cursor.last()):
            return
        for key, _ in cursor.iterprev():
            if not key.startswith(prefix):
                return
            yield Seq(schema.number_of(key))

    def _all_backwards(self) -> Iterator[Event]:
        cursor = self._txn.cursor(self._db.events)
        if not cursor.last():
            return
        for key, record in cursor.iterprev():
            yield _event(key, record)


def _shown(key: bytes) -> str:
    return paths.display(RepoPath(key))


def _event(key: bytes, record: bytes) -> Event:
    return codec.decode(codec.EVENT, record, f"event {schema.number_of(key)}")
