"""How an event of locks is told in a line."""

from __future__ import annotations

from collections.abc import Iterable

from agentfs.model.lockevents import (
    Dequeued,
    Expired,
    Granted,
    Intended,
    LockEvent,
    Queued,
    Released,
    Renewed,
    Transferred,
)
from agentfs.model.locks import Lease, LockMode
from agentfs.model.scopes import Scope

_NS = 1_000_000_000


def lock_deed(event: Intended | LockEvent) -> str:
    """What was done; who did it stands before it."""
    match event:
        case Intended():
            return f"means to change {_listed(event.scopes)}: {event.why}"
        case Granted():
            return f"locked {_listed(map(_lease, event.leases))}"
        case Renewed():
            return f"renewed {_leases(len(event.tokens))}"
        case Released():
            how = "lost by force" if event.forced else "gave back"
            return f"{how} {_leases(len(event.tokens))}"
        case Expired():
            return f"let {_leases(len(event.tokens))} expire"
        case Transferred():
            return f"gave {event.lease.scope} to {event.lease.agent}"
        case Queued():
            return f"waits for {_listed(event.wait.scopes)}"
        case Dequeued():
            return f"waits no more: {event.reason.value}"


def _lease(lease: Lease) -> str:
    shared = ", shared" if lease.mode is LockMode.SHARED else ""
    return f"{lease.scope} for {lease.ttl_ns / _NS:g} s{shared}"


def _leases(number: int) -> str:
    return "1 lock" if number == 1 else f"{number} locks"


def _listed(parts: Iterable[Scope | str]) -> str:
    return ", ".join(map(str, parts))
