"""The events of locks.  Facts only, as in `events`: the folds decide nothing.

A lease is in force from the event that has it until the first that names its token again, or
until `expires_ns`, whichever comes first: time needs no event to pass.
"""

from __future__ import annotations

from agentfs.model.eventbase import EventBase
from agentfs.model.ids import AgentName
from agentfs.model.locks import Lease, Left, Ticket, Token, Wait
from agentfs.model.scopes import Scope


class Intended(EventBase, frozen=True, kw_only=True, tag="intended"):
    """An agent said what it is about to change, and why."""

    agent: AgentName
    scopes: tuple[Scope, ...]
    why: str


class Granted(EventBase, frozen=True, kw_only=True, tag="granted"):
    """The agent holds `leases`, and no longer those in `replaces`."""

    agent: AgentName
    leases: tuple[Lease, ...]
    replaces: tuple[Token, ...] = ()
    """Leases of the same scopes in another mode."""
    ticket: Ticket | None = None
    """The place in the queue that this ends."""


class Renewed(EventBase, frozen=True, kw_only=True, tag="renewed"):
    agent: AgentName
    tokens: tuple[Token, ...]
    expires_ns: int


class Released(EventBase, frozen=True, kw_only=True, tag="released"):
    agent: AgentName
    tokens: tuple[Token, ...]
    forced: bool = False
    """Not by the holder."""


class Expired(EventBase, frozen=True, kw_only=True, tag="expired"):
    """Leases whose time had passed were cleared away."""

    agent: AgentName
    tokens: tuple[Token, ...]


class Transferred(EventBase, frozen=True, kw_only=True, tag="transferred"):
    """`agent` gave its lease `token` to the agent of `lease`."""

    agent: AgentName
    token: Token
    lease: Lease
    replaces: Token | None = None
    """What that agent held of the same scope before."""


class Queued(EventBase, frozen=True, kw_only=True, tag="queued"):
    """A request waits, or waits longer than it first said."""

    agent: AgentName
    wait: Wait


class Dequeued(EventBase, frozen=True, kw_only=True, tag="dequeued"):
    """A request waits no more, and was not granted."""

    agent: AgentName
    ticket: Ticket
    reason: Left


LockEvent = Granted | Renewed | Released | Expired | Transferred | Queued | Dequeued
"""What changes the table of locks."""
