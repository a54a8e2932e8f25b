"""What a save changes, as locks see it, and which of some leases that violates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from agentfs.locks.meeting import contains, meet
from agentfs.model.ids import AgentName
from agentfs.model.locks import Lease
from agentfs.model.scopes import Scope


class Touched(NamedTuple):
    """`symbols` are those of which it changes what is their own: a class's text is without
    that of its members.  `whole` are files that come, go or change as such."""

    symbols: tuple[Scope, ...] = ()
    whole: tuple[Scope, ...] = ()

    def __add__(self, other: object) -> Touched:
        assert isinstance(other, Touched)
        return Touched(self.symbols + other.symbols, self.whole + other.whole)

    def violates(self, lease: Lease) -> bool:
        """Of another agent, and in force."""
        return any(contains(lease.scope, symbol) for symbol in self.symbols) or any(
            meet(lease.scope, file) for file in self.whole
        )


def violated(leases: Iterable[Lease], agent: AgentName, touched: Touched, now: int) -> list[Lease]:
    """Those of others that have not expired and that a save of `agent` would violate."""
    return [
        lease
        for lease in leases
        if lease.agent != agent and lease.expires_ns > now and touched.violates(lease)
    ]
