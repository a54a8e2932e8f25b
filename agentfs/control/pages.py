"""The texts of the control folder's files, made anew whenever one is opened."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Final

import msgspec

from agentfs.eventlog.tables import Tables
from agentfs.model.events import Noticed, Refused
from agentfs.model.ids import AgentName, RepoPath, Seq
from agentfs.model.locks import LockMode
from agentfs.query.locks import lease_json, live_leases, wait_json, waiting
from agentfs.query.plain import plain

_NS: Final = 1_000_000_000
NOTICED_FOR: Final = 300
"""Seconds for which status.json has a notice."""


class Pages:
    """`snapshot` opens the log."""

    def __init__(
        self, agent: AgentName, snapshot: Callable[[], AbstractContextManager[Tables]]
    ) -> None:
        self._agent = agent
        self._snapshot = snapshot

    def agent(self) -> bytes:
        return f"{self._agent}\n".encode()

    def locks(self) -> bytes:
        """A row a lock, the fields parted by tabs; then who waits."""
        now = time.time_ns()
        lines = ["# scope\tagent\tmode\tseconds left\ttoken\twhy"]
        with self._snapshot() as tables:
            for lease in live_leases(tables, now):
                left = -(-(lease.expires_ns - now) // _NS)
                mode = "shared" if lease.mode is LockMode.SHARED else "exclusive"
                lines.append(_row(lease.scope, lease.agent, mode, left, lease.token, lease.why))
            for wait in waiting(tables, now):
                left = -(-(wait.until_ns - now) // _NS)
                lines += (
                    _row(scope, wait.agent, "waits", left, "", wait.why) for scope in wait.scopes
                )
        return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")

    def status(self) -> bytes:
        now = time.time_ns()
        with self._snapshot() as tables:
            head, view = tables.head(), tables.view(self._agent)
            rows = tables.pending_of(self._agent)
            reasons = {row.path: row.sentence for row in tables.refusals(self._agent)}
            held = [
                {"path": row.path, "reason": row.held, "why": reasons.get(row.path, "")}
                for row in rows
                if row.held is not None
            ]
            value = {
                "agent": self._agent,
                "view": view.path if view is not None else None,
                "trunk": head.commit if head is not None else None,
                "unpublished": [row.path for row in rows if row.held is None],
                "held": held,
                "conflicts": [number for row in rows for number in row.conflicts],
                "locks": [lease_json(each) for each in self._mine(live_leases(tables, now))],
                "waiting": [wait_json(each) for each in self._mine(waiting(tables, now))],
                "refused": [
                    {"path": row.path, "why": row.sentence, "event": row.seq}
                    for row in tables.refusals(self._agent)
                    if not row.held
                ],
                "notices": self._notices(tables, now),
            }
        return msgspec.json.format(msgspec.json.encode(_plain(value)), indent=2) + b"\n"

    def last_refusal(self) -> bytes:
        with self._snapshot() as tables:
            seq = next(tables.refused(self._agent), None)
            event = tables.event(seq) if seq is not None else None
        return f"{event.sentence}\n".encode() if isinstance(event, Refused) else b""

    def refused_at(self) -> int:
        """When that was, in nanoseconds since 1970; 0 for never."""
        with self._snapshot() as tables:
            seq = next(tables.refused(self._agent), None)
            return tables.event(seq).time_ns if seq is not None else 0

    def rejected(self, most: int) -> dict[Seq, Refused]:
        """The newest refusals of which a content was kept."""
        found = {}
        with self._snapshot() as tables:
            for seq in tables.refused(self._agent):
                event = tables.event(seq)
                if isinstance(event, Refused) and event.version is not None:
                    found[seq] = event
                if len(found) == most:
                    break
        return found

    def rejection(self, seq: Seq) -> Refused | None:
        with self._snapshot() as tables:
            if not 0 < seq <= tables.last_seq():
                return None
            event = tables.event(seq)
        mine = isinstance(event, Refused) and event.agent == self._agent
        return event if mine and isinstance(event, Refused) and event.version else None

    def refusal(self, path: RepoPath) -> bytes | None:
        with self._snapshot() as tables:
            row = tables.refusal(self._agent, path)
        return row.sentence.encode() if row is not None else None

    def _mine(self, found: list[Any]) -> list[Any]:
        return [each for each in found if each.agent == self._agent]

    def _notices(self, tables: Tables, now: int) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        for event in tables.events_newest_first(self._agent):
            if event.time_ns < now - NOTICED_FOR * _NS:
                break
            if isinstance(event, Noticed):
                found.append({"path": event.path, "why": event.sentence, "event": event.seq})
        return found


def _plain(value: object) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else plain(value)


def _row(*fields: object) -> str:
    return "\t".join(" ".join(str(field).split()) for field in fields)
