"""Leases and places in the queue, as the log, the table of locks and the wire have them."""

from __future__ import annotations

import enum
from typing import Final, NewType

import msgspec

from agentfs.model.ids import AgentName, Seq
from agentfs.model.scopes import Scope

Token = NewType("Token", int)
"""Names a lease.  Every grant's is higher than all before, so that a late holder is known."""
Ticket = NewType("Ticket", int)
"""A place in the queue; lower ones came first."""

DEFAULT_TTL_NS: Final = 30 * 1_000_000_000


class LockMode(enum.Enum):
    EXCLUSIVE = "exclusive"
    SHARED = "shared"
    """Several agents may hold it at once; while others do, nobody saves in it."""


class Lease(msgspec.Struct, frozen=True, array_like=True):
    """A granted lock of one scope.  Times are nanoseconds since 1970."""

    token: Token
    agent: AgentName
    scope: Scope
    mode: LockMode
    granted_ns: int
    expires_ns: int
    """From this moment on it protects nothing."""
    ttl_ns: int
    why: str = ""
    intent: Seq | None = None
    """The declaration that asked for it."""


class Wait(msgspec.Struct, frozen=True, array_like=True):
    """A request that waits for its turn: all of `scopes`, or none."""

    ticket: Ticket
    agent: AgentName
    scopes: tuple[Scope, ...]
    mode: LockMode
    ttl_ns: int
    since_ns: int
    until_ns: int
    """When it gives up."""
    why: str = ""
    intent: Seq | None = None


class Left(enum.Enum):
    """Why a request is no longer in the queue, and was not granted."""

    WITHDRAWN = "withdrawn"
    TIMEOUT = "timeout"
    DEADLOCK = "deadlock"
    """Agents wait for each other in a circle, and this was the youngest of their requests."""
