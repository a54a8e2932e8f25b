"""The state tables' only writer: one method for each thing that the fold does to them.

Tables that belong together (a pending row, its place among the held ones, its conflicts)
change in one method, so that no rule of the fold can part them.  Knows no event.
"""

from __future__ import annotations

from msgspec.structs import replace

from agentfs.eventlog import codec, schema
from agentfs.eventlog.store import Handles, Transaction
from agentfs.eventlog.tables import Tables
from agentfs.model.conflicts import Conflict
from agentfs.model.events import Initialized
from agentfs.model.ids import AgentName, RepoPath, Seq, SessionId
from agentfs.model.locks import Lease, Ticket, Token, Wait
from agentfs.model.rows import Head, KeptRow, MoveRow, PathRow, PendingRow, RefusalRow, ViewRow


class StateWriter(Tables):
    """Reads and writes the state within one write transaction."""

    __slots__ = ()

    def __init__(self, txn: Transaction, handles: Handles) -> None:
        super().__init__(txn, handles)

    # --- the trunk

    def set_initialized(self, event: Initialized) -> None:
        self._put_meta(schema.META_INITIALIZED, codec.encode(event))

    def set_head(self, head: Head) -> None:
        self._put_meta(schema.META_HEAD, codec.encode(head))

    def put_path(self, row: PathRow) -> None:
        self._txn.put(schema.path_key(row.path), codec.encode(row), db=self._db.paths)

    def put_move(self, row: MoveRow) -> None:
        self._txn.put(schema.path_key(row.old), codec.encode(row), db=self._db.moved)

    # --- unpublished saves and conflicts

    def change_pending(
        self, old: PendingRow | None, new: PendingRow | None, conflicts: tuple[Conflict, ...] = ()
    ) -> None:
        """`new` in place of `old`, which is what the table has; None is no row.

        `conflicts` are those that `new` has and `old` had not; what only `old` had ends here.
        """
        if old is not None:
            self._end_conflicts(old, new)
        for conflict in conflicts:
            self._put_conflict(conflict)
        if new is not None:
            self._put_pending(new)
            self._mark_waiting(new, new.held is not None, old is not None and old.held is not None)
        elif old is not None:
            key = schema.agent_path_key(old.agent, old.path)
            self._txn.delete(key, db=self._db.pending)
            self._mark_waiting(old, False, old.held is not None)

    def _put_pending(self, row: PendingRow) -> None:
        key = schema.agent_path_key(row.agent, row.path)
        self._txn.put(key, codec.encode(row), db=self._db.pending)

    def _mark_waiting(self, row: PendingRow, now: bool, before: bool) -> None:
        key = schema.path_agent_key(row.path, row.agent)
        if now and not before:
            self._txn.put(key, b"", db=self._db.waiting)
        elif before and not now:
            self._txn.delete(key, db=self._db.waiting)

    def _end_conflicts(self, old: PendingRow, new: PendingRow | None) -> None:
        stay = new.conflicts if new is not None else ()
        for conflict in old.conflicts:
            if conflict not in stay:
                self._txn.delete(schema.conflict_key(conflict), db=self._db.conflicts)

    def _put_conflict(self, conflict: Conflict) -> None:
        key = schema.conflict_key(conflict.id)
        self._txn.put(key, codec.encode(conflict), db=self._db.conflicts)
        if conflict.id >= self.next_conflict_id():
            self._put_meta(schema.META_CONFLICT, schema.number_key(conflict.id))

    # --- views

    def put_view(self, row: ViewRow) -> None:
        self._txn.put(schema.agent_key(row.agent), codec.encode(row), db=self._db.views)

    def put_kept(self, row: KeptRow) -> None:
        key = schema.agent_path_key(row.agent, row.path)
        self._txn.put(key, codec.encode(row), db=self._db.kept)

    def drop_kept_of(self, agent: AgentName) -> None:
        for key, _ in list(self._scan(self._db.kept, schema.agent_prefix(agent))):
            self._txn.delete(key, db=self._db.kept)

    # --- locks

    def put_lease(self, lease: Lease) -> None:
        """A fresh one."""
        token, scope = schema.number_key(lease.token), lease.scope
        self._txn.put(token, codec.encode(lease), db=self._db.leases)
        value = scope.path if scope.module else b""
        self._txn.put(schema.scope_prefix(scope) + token, value, db=self._db.leases_on)
        self._txn.put(schema.agent_prefix(lease.agent) + token, b"", db=self._db.leases_of)
        if lease.token > self.highest_token():
            self._put_meta(schema.META_TOKEN, token)

    def renew_lease(self, token: Token, expires_ns: int) -> None:
        lease = self.lease(token)
        if lease is not None:
            renewed = replace(lease, expires_ns=expires_ns)
            self._txn.put(schema.number_key(token), codec.encode(renewed), db=self._db.leases)

    def drop_lease(self, token: Token) -> None:
        lease = self.lease(token)
        if lease is not None:
            key = schema.number_key(token)
            self._txn.delete(key, db=self._db.leases)
            self._txn.delete(schema.scope_prefix(lease.scope) + key, db=self._db.leases_on)
            self._txn.delete(schema.agent_prefix(lease.agent) + key, db=self._db.leases_of)

    def put_wait(self, wait: Wait) -> None:
        key = schema.number_key(wait.ticket)
        self._txn.put(key, codec.encode(wait), db=self._db.queue)
        if wait.ticket > self.highest_ticket():
            self._put_meta(schema.META_TICKET, key)

    def drop_wait(self, ticket: Ticket) -> None:
        self._txn.delete(schema.number_key(ticket), db=self._db.queue)

    def set_locks_seq(self, seq: Seq) -> None:
        self._put_meta(schema.META_LOCKS, schema.number_key(seq))

    def put_refusal(self, row: RefusalRow) -> None:
        key = schema.agent_path_key(row.agent, row.path)
        self._txn.put(key, codec.encode(row), db=self._db.refusals)
        number = schema.number_key(row.seq)
        self._txn.put(schema.agent_prefix(row.agent) + number, b"", db=self._db.refused)

    def drop_refusal(self, agent: AgentName, path: RepoPath) -> None:
        self._txn.delete(schema.agent_path_key(agent, path), db=self._db.refusals)

    # --- ways to find an event

    def index(self, seq: Seq, agent: AgentName | None, paths: tuple[RepoPath, ...]) -> None:
        suffix = schema.number_key(seq)
        if agent is not None:
            # Seqs only grow, but agents take turns: no append mode here.
            self._txn.put(schema.agent_prefix(agent) + suffix, b"", db=self._db.by_agent)
        for path in paths:
            self._txn.put(schema.path_prefix(path) + suffix, b"", db=self._db.history)

    def remember_request(
        self, agent: AgentName, session: SessionId, request: int, seq: Seq
    ) -> None:
        """`seq` is one more save of this request."""
        key = schema.request_key(agent, session, request)
        before = self.request(agent, session, request)
        self._txn.put(key, codec.encode((*(before or ()), seq)), db=self._db.requests)
        if before is None:
            self._enter_ring(agent, key)

    def _enter_ring(self, agent: AgentName, request_key: bytes) -> None:
        prefix = schema.agent_prefix(agent)
        newest = next(self._indexed(self._db.request_ring, prefix), 0)
        number = newest + 1
        self._txn.put(prefix + schema.number_key(number), request_key, db=self._db.request_ring)
        if number > schema.REQUESTS_KEPT:
            oldest = prefix + schema.number_key(number - schema.REQUESTS_KEPT)
            forgotten = self._txn.pop(oldest, db=self._db.request_ring)
            if forgotten is not None:
                self._txn.delete(forgotten, db=self._db.requests)

    # --- all of it

    def clear_state(self) -> None:
        """Leaves facts and bookkeeping, nothing else."""
        for name in schema.STATE_TABLES:
            self._txn.drop(getattr(self._db, name), delete=False)
        for key in schema.STATE_META:
            self._txn.delete(key, db=self._db.meta)

    def _put_meta(self, key: bytes, value: bytes) -> None:
        self._txn.put(key, value, db=self._db.meta)
