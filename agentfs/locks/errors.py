"""What a holder can do wrong."""

from __future__ import annotations

from agentfs.model.errors import AgentfsError


class NotTheHolder(AgentfsError):
    """The caller's: the lock is another agent's."""

    code = "not-the-holder"


class LeaseGone(AgentfsError):
    """The caller's: the lease was given back, or has expired."""

    code = "lease-gone"
