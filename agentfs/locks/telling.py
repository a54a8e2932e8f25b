"""Locks in words: one sentence for who did not get, or may not write, what others hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from agentfs.model.ids import AgentName
from agentfs.model.locks import Lease, LockMode, Wait
from agentfs.model.scopes import Scope

MOST_NAMED: Final = 3
_NS: Final = 1_000_000_000


def refusal(leases: Sequence[Lease], free: Sequence[Scope], now: int) -> str:
    """Why a save was stopped.  `leases` are those it touches, at least one."""
    return _sentence([holding(lease, now) for lease in leases], free)


def no_lock(leases: Sequence[Lease], ahead: Sequence[Wait], free: Sequence[Scope], now: int) -> str:
    """Why a lock was not granted: what is held, and who waits for it already."""
    parts = [holding(lease, now) for lease in leases]
    waiting = dict.fromkeys(wait.agent for wait in ahead)
    if waiting:
        verb = "waits" if len(waiting) == 1 else "wait"
        parts.append(f"{', '.join(waiting)} {verb} for it already")
    return _sentence(parts, free)


def holding(lease: Lease, now: int) -> str:
    """Who holds what, since when, until when, why."""
    shares = lease.mode is LockMode.SHARED
    left = max(0, -(-(lease.expires_ns - now) // _NS))
    why = f' for "{_in_a_line(lease.why)}"' if lease.why else ""
    return (
        f"{lease.agent} {'shares' if shares else 'holds'} {lease.scope} since "
        f"{_time(lease.granted_ns)} until {_time(lease.expires_ns)} ({left} s more){why}"
    )


def notice(other: AgentName, symbols: Sequence[str], seconds: int) -> str:
    """Another has just saved the same."""
    return f"{other} saved {_listed(symbols)} {seconds} s ago, and nobody holds it"


def _sentence(parts: Sequence[str], free: Sequence[Scope]) -> str:
    more = f", and {len(parts) - MOST_NAMED} more" if len(parts) > MOST_NAMED else ""
    beside = f"; free beside it: {', '.join(map(str, free))}" if free else ""
    return f"{', '.join(parts[:MOST_NAMED])}{more}{beside}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _time(time_ns: int) -> str:
    return datetime.fromtimestamp(time_ns // _NS, UTC).strftime("%H:%M:%SZ")
