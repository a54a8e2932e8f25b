"""Locks taken in few words, over the coordinator's socket as every client does it."""

from __future__ import annotations

import time

from agentfs.model.ids import AgentName
from agentfs.model.locks import Lease, LockMode
from agentfs.model.scopes import parse_scope
from agentfs.wire.client import Client
from agentfs.wire.messages import Lock, Locked, NotLocked, Unlock, Unlocked
from tests.support.site import Site, wait_for

SECOND = 1_000_000_000


class Locker:
    def __init__(self, site: Site) -> None:
        self._socket = site.state / "run" / "socket"

    def lock(
        self, agent: str, *scopes: str, shared: bool = False, ttl: float = 600, why: str = ""
    ) -> tuple[Lease, ...]:
        """Granted."""
        answer = self.ask(agent, *scopes, shared=shared, ttl=ttl, why=why)
        assert isinstance(answer, Locked), answer
        return answer.leases

    def ask(
        self,
        agent: str,
        *scopes: str,
        shared: bool = False,
        ttl: float = 600,
        why: str = "",
        wait: float = 0,
        stay: bool = False,
    ) -> Locked | NotLocked:
        ask = Lock(
            agent=AgentName(agent),
            scopes=tuple(map(parse_scope, scopes)),
            mode=LockMode.SHARED if shared else LockMode.EXCLUSIVE,
            ttl_ns=round(ttl * SECOND),
            wait_ns=round(wait * SECOND),
            stay=stay,
            why=why,
        )
        with Client.at(self._socket) as client:
            answer = client.call(ask)
        assert isinstance(answer, Locked | NotLocked)
        return answer

    def unlock(self, agent: str, *scopes: str) -> tuple[Lease, ...]:
        """All, without scopes."""
        ask = Unlock(agent=AgentName(agent), scopes=tuple(map(parse_scope, scopes)) or None)
        with Client.at(self._socket) as client:
            answer = client.call(ask)
        assert isinstance(answer, Unlocked)
        return answer.leases

    def let_expire(self, agent: str, *scopes: str) -> None:
        """Locked, and its time has passed."""
        leases = self.lock(agent, *scopes, ttl=0.001)
        end = max(lease.expires_ns for lease in leases)
        wait_for(lambda: time.time_ns() > end, "the locks expire")
