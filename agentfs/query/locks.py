"""Who holds what and who waits, as the log has it; and who is at work on one thing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from agentfs.eventlog import Tables
from agentfs.locks.meeting import meet
from agentfs.model.changes import SymbolChange
from agentfs.model.events import Saved
from agentfs.model.ids import AgentName, Seq
from agentfs.model.locks import Lease, Wait
from agentfs.model.scopes import Scope, is_in, of_symbol
from agentfs.query.plain import plain

_NS = 1_000_000_000


class Change(msgspec.Struct, frozen=True):
    """A save; `symbols` are those that were asked for."""

    agent: AgentName
    seq: Seq
    time_ns: int
    symbols: tuple[SymbolChange, ...]


class Opener(msgspec.Struct, frozen=True):
    """A process that has the file open, in the view of `agent`."""

    agent: AgentName
    pid: int
    command: str


class Who(msgspec.Struct, frozen=True):
    scope: str
    holds: tuple[Lease, ...]
    waits: tuple[Wait, ...]
    changed: Change | None
    """The last save of it."""
    open: tuple[Opener, ...]

    def to_json(self) -> dict[str, Any]:
        fields: dict[str, Any] = plain(self)
        fields["holds"] = [lease_json(lease) for lease in self.holds]
        fields["waits"] = [wait_json(wait) for wait in self.waits]
        return fields


def live_leases(tables: Tables, now: int) -> list[Lease]:
    """Those in force, by token."""
    return [lease for lease in tables.leases() if lease.expires_ns > now]


def waiting(tables: Tables, now: int) -> list[Wait]:
    """First come, first."""
    return [wait for wait in tables.queue() if wait.until_ns > now]


def lease_json(lease: Lease) -> dict[str, Any]:
    return {**plain(lease), "scope": str(lease.scope)}


def wait_json(wait: Wait) -> dict[str, Any]:
    return {**plain(wait), "scopes": [str(scope) for scope in wait.scopes]}


def who(tables: Tables, scope: Scope, now: int) -> Who:
    return Who(
        scope=str(scope),
        holds=tuple(lease for lease in live_leases(tables, now) if meet(lease.scope, scope)),
        waits=tuple(w for w in waiting(tables, now) if any(meet(s, scope) for s in w.scopes)),
        changed=None if scope.module else _last_change(tables, scope),
        open=() if scope.module else tuple(_openers(tables, scope)),
    )


def _last_change(tables: Tables, scope: Scope) -> Change | None:
    for event in tables.events_newest_first(path=scope.path):
        if not isinstance(event, Saved):
            continue
        found = tuple(change for change in event.symbols if _about(change, scope))
        if found or not scope.symbol:
            return Change(event.agent, event.seq, event.time_ns, found)
    return None


def _about(change: SymbolChange, scope: Scope) -> bool:
    return is_in(of_symbol(scope.path, change.symbol).symbol, scope.symbol)


def _openers(tables: Tables, scope: Scope) -> Iterator[Opener]:
    """By the names of open files, which the kernel tells without asking the view."""
    files = {
        os.path.join(os.fsencode(view.path), scope.path): view.agent
        for view in tables.views()
        if view.mounted
    }
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        for name in _open_files(process):
            if name in files:
                yield Opener(files[name], int(process.name), _command(process))
                break


def _open_files(process: Path) -> list[bytes]:
    """None for a process that has ended, or that is another's."""
    try:
        fds = os.listdir(process / "fd")
    except OSError:
        return []
    found = []
    for fd in fds:
        try:
            name = os.fsencode(os.readlink(process / "fd" / fd))
            # So the kernel calls a version that the path shows no more.
            found.append(name.removesuffix(b" (deleted)"))
        except OSError:
            continue
    return found


def _command(process: Path) -> str:
    try:
        return (process / "comm").read_text(errors="replace").strip()
    except OSError:
        return ""
