"""The tables of the log: the authoritative description of each, and how its keys are made.

The log is one LMDB environment.  Only the coordinator writes it, through `log.Appender`;
everybody else reads it.  There are three kinds of table.

Facts.  They are written once, never changed, and cannot be made again from anything else.

    events       seq (8 bytes, big-endian) -> Event.  Numbered from 1 without gaps; `time_ns`
                 grows from each to the next.  Nobody can repair a lost one.
    contents     blob id (20 raw bytes) -> zstd frame with its content size.  The content of
                 every version that a save made and git did not have at that moment; written
                 in the transaction of the event that names it.

Bookkeeping.

    meta         name -> value.
                 ``format``       FORMAT as 4 bytes, big-endian.  Written when the log is made.
                 ``projected``    seq.  Every git object and the ref up to this event are known
                                  to be on the disk; written by `pipeline.recover`.  Too low
                                  costs time at the next start, too high could lose objects.
                 The other names of `meta` belong to the state below:
                 ``initialized``  the Initialized event.
                 ``head``         Head: the trunk after the last Published or Adopted.
                 ``conflict``     8 bytes: the highest conflict id that was ever given.
                 ``token``, ``ticket``  8 bytes: the highest of each that was ever given.
                 ``locks``        seq of the last event that changed leases or queue.

State.  Folds over the events, written by `fold.apply` and nobody else in the transaction that
appends the event.  Whatever is wrong with them, `EventLog.rebuild_state` puts right.

    paths        path key -> PathRow.  What the trunk did last to a path since Initialized; a
                 path that the trunk deleted has a row without version.
    moved        path key of the old path -> MoveRow.  The newest rename away from a path.
    pending      agent 00 path key -> PendingRow.  At least one segment each.
    waiting      path key 00 agent -> nothing.  Exactly the pending rows that are held.
    conflicts    id (8 bytes) -> Conflict.  Exactly those that a pending row lists.
    views        agent -> ViewRow.  Every agent that was ever mounted.
    kept         agent 00 path key -> KeptRow.  Only of pinned views that are mounted.
    history      path key 00 seq -> nothing.  Every event that says something of the path.
    by_agent     agent 00 seq -> nothing.  Every event of the agent.
    requests     agent 00 session 00 request (8 bytes) -> seqs of its saves.  So that a repeated
                 request is answered as it was the first time.
    request_ring agent 00 number (8 bytes) -> key in `requests`.  The newest REQUESTS_KEPT
                 requests of an agent, oldest first; an older one is in neither table.
    leases       token (8 bytes) -> Lease.  Granted and not given back; one whose time has
                 passed stays until its Expired, and protects nothing meanwhile.
    leases_on    path key 00 token, of a module ``//`` token -> nothing for a file or symbol,
                 the pattern for a module.  Exactly the leases.
    leases_of    agent 00 token -> nothing.  Exactly the leases.
    queue        ticket (8 bytes) -> Wait.  In order of arrival.
    refusals     agent 00 path key -> RefusalRow.  The agent's last save of the path was
                 refused or held back, and it has not saved the path since.
    refused      agent 00 seq -> nothing.  Every Refused of the agent.

LMDB's keys end at 511 bytes.  A path key is the path, or for a long path its beginning, ``//``
(which no path contains) and its hash; so rows hold their path, and order by key is order by
path only up to LONG_PATH bytes.
"""

from __future__ import annotations

import hashlib
import struct
from typing import Final

from agentfs.model.ids import AgentName, BlobId, ConflictId, RepoPath, Seq, SessionId
from agentfs.model.scopes import Scope

FORMAT: Final = 2
"""1 had no tables for locks; a writer adds them."""

FACT_TABLES: Final = ("events", "contents")
STATE_TABLES: Final = (
    "paths",
    "moved",
    "pending",
    "waiting",
    "conflicts",
    "views",
    "kept",
    "history",
    "by_agent",
    "requests",
    "request_ring",
    "leases",
    "leases_on",
    "leases_of",
    "queue",
    "refusals",
    "refused",
)
TABLES: Final = ("meta", *FACT_TABLES, *STATE_TABLES)

META_FORMAT: Final = b"format"
META_PROJECTED: Final = b"projected"
META_INITIALIZED: Final = b"initialized"
META_HEAD: Final = b"head"
META_CONFLICT: Final = b"conflict"
META_TOKEN: Final = b"token"
META_TICKET: Final = b"ticket"
META_LOCKS: Final = b"locks"
STATE_META: Final = (
    META_INITIALIZED,
    META_HEAD,
    META_CONFLICT,
    META_TOKEN,
    META_TICKET,
    META_LOCKS,
)

REQUESTS_KEPT: Final = 256
LONG_PATH: Final = 400
_LONG_PATH_START: Final = 360
_LONG_SESSION: Final = 64

_NUMBER: Final = struct.Struct(">Q")
_FORMAT: Final = struct.Struct(">I")


def number_key(number: int) -> bytes:
    """Seqs, conflict ids and the like: 8 bytes that sort as the numbers do."""
    return _NUMBER.pack(number)


def number_of(key: bytes) -> int:
    """The number that `key` ends with."""
    return int(_NUMBER.unpack(key[-8:])[0])


def format_value(number: int) -> bytes:
    return _FORMAT.pack(number)


def format_of(value: bytes) -> int:
    return int(_FORMAT.unpack(value)[0])


def event_key(seq: Seq) -> bytes:
    return number_key(seq)


def conflict_key(conflict: ConflictId) -> bytes:
    return number_key(conflict)


def blob_key(blob: BlobId) -> bytes:
    return bytes.fromhex(blob)


def path_key(path: RepoPath) -> bytes:
    # LMDB refuses an empty key; no tracked path is the root, but a query may name it.
    if not path:
        return b"/"
    if len(path) <= LONG_PATH:
        return path
    digest = hashlib.blake2b(path, digest_size=16).hexdigest().encode()
    return path[:_LONG_PATH_START] + b"//" + digest


def agent_prefix(agent: AgentName) -> bytes:
    """What the keys of all rows of `agent` begin with, and those of no other agent."""
    return agent.encode() + b"\0"


def agent_key(agent: AgentName) -> bytes:
    return agent.encode()


def agent_path_key(agent: AgentName, path: RepoPath) -> bytes:
    return agent_prefix(agent) + path_key(path)


def path_prefix(path: RepoPath) -> bytes:
    return path_key(path) + b"\0"


def path_agent_key(path: RepoPath, agent: AgentName) -> bytes:
    return path_prefix(path) + agent.encode()


MODULES: Final = b"//"
"""Where `leases_on` has the modules: no path key begins so."""


def scope_prefix(scope: Scope) -> bytes:
    return MODULES if scope.module else path_prefix(scope.path)


def request_key(agent: AgentName, session: SessionId, request: int) -> bytes:
    """A session id comes from outside; a long one is hashed to fit the key."""
    name = session.encode("utf-8", "surrogatepass")
    if len(name) > _LONG_SESSION:
        name = hashlib.blake2b(name, digest_size=32).hexdigest().encode()
    return agent_prefix(agent) + name + b"\0" + number_key(request)
